using System.Collections.Immutable;

namespace Patroni.Partitions;

/// <summary>Which scope has which partition. The authority is the node in ZooKeeper; its version counts the changes.</summary>
public sealed record PartitionMap
{
    /// <summary>The version of this format that is written and understood.</summary>
    public const int KnownFormat = 1;

    /// <summary>The version of the format.</summary>
    public int Format { get; init; } = KnownFormat;

    /// <summary>The partitions, by their numbers from 0. Their count never changes: keys are spread by it.</summary>
    public required ImmutableArray<PartitionPlace> Partitions { get; init; }

    /// <summary>A map that spreads partitions over scopes in turn.</summary>
    public static PartitionMap Spread(int partitions, IReadOnlyList<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        return new() { Partitions = [.. Enumerable.Range(0, partitions).Select(number => new PartitionPlace { Scope = scopes[number % scopes.Count] })] };
    }

    /// <summary>The map with another place for a partition.</summary>
    public PartitionMap With(int number, PartitionPlace place) => this with { Partitions = Partitions.SetItem(number, place) };
}
