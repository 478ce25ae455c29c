namespace ShellCorp.Silo.Projection.Commands;

/// <summary>A row of the table of results.</summary>
internal sealed record ResultRow
{
    public long MatchId { get; init; }

    public long? HomeId { get; init; }

    public long? AwayId { get; init; }

    public int HomeScore { get; init; }

    public int AwayScore { get; init; }

    public int? HomeShootOut { get; init; }

    public int? AwayShootOut { get; init; }

    public int IsFinal { get; init; }
}
