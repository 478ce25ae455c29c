namespace Orleans.Persistence.Riak.Tests;

/// <summary>The union.</summary>
public sealed class BagMerge : IRiakStateMerge<Bag>
{
    public Bag Merge(Bag one, Bag other) => new() { Words = one.Words.Union(other.Words) };
}
