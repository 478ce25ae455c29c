namespace Patroni.Partitions;

/// <summary>A move of a partition that has begun and isn't over.</summary>
public sealed record PartitionMove
{
    /// <summary>Names it; the databases note it too.</summary>
    public required Guid Id { get; init; }

    /// <summary>The scope that it leaves.</summary>
    public required string From { get; init; }

    /// <summary>The scope that it goes to.</summary>
    public required string To { get; init; }

    /// <summary>Who began it.</summary>
    public required string By { get; init; }

    /// <summary>When, by that one's clock.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>For messages.</summary>
    public override string ToString() => $"the move from '{From}' to '{To}' that {By} began at {Since:u}";
}
