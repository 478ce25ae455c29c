namespace ShellCorp.Cluster.Tests.Elasticity.Drains;

/// <summary>A grain that has something in memory alone.</summary>
[Alias("test.carrying-grain")]
public interface ICarryingGrain : IGrainWithIntegerKey
{
    /// <summary>Adds one to what it has.</summary>
    /// <returns>What it has now.</returns>
    [Alias("add")]
    Task<int> AddAsync();
}
