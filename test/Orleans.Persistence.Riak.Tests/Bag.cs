using System.Collections.Immutable;

namespace Orleans.Persistence.Riak.Tests;

/// <summary>A set of words.</summary>
[GenerateSerializer, Alias("tests.bag.v1")]
public sealed record Bag
{
    [Id(0)] public ImmutableSortedSet<string> Words { get; init; } = [];

    public Bag With(string word) => new() { Words = Words.Add(word) };
}
