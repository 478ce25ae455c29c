namespace ShellCorp.Cluster.TestSilo.Calls;

/// <summary>A grain whose calls can be counted; one by any number.</summary>
[Alias("test.call-grain")]
public interface ICallGrain : IGrainWithIntegerKey
{
    /// <summary>Notes that this call runs, then takes its time.</summary>
    /// <returns>The silo that it ran on.</returns>
    [Alias("call")]
    Task<string> CallAsync(Guid call, TimeSpan takes);
}
