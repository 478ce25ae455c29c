namespace Orleans.Clustering.Tests;

/// <summary>A grain that tells where it is.</summary>
[Alias("zookeeper-tests.where")]
public interface IWhereGrain : IGrainWithIntegerKey
{
    [Alias("where")]
    Task<string> WhereAsync();
}
