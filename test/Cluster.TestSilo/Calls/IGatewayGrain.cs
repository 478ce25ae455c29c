namespace ShellCorp.Cluster.TestSilo.Calls;

/// <summary>Answers on the silo whose gateway the call came through.</summary>
[Alias("test.gateway-grain")]
public interface IGatewayGrain : IGrainWithIntegerKey
{
    /// <summary>The silo.</summary>
    [Alias("where")]
    Task<string> WhereAsync();
}
