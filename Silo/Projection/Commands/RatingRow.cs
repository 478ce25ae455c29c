namespace ShellCorp.Silo.Projection.Commands;

/// <summary>A row of the table of ratings.</summary>
internal sealed record RatingRow
{
    public long PlayerId { get; init; }

    public long MatchId { get; init; }

    public int Version { get; init; }

    public long? TeamId { get; init; }

    public int Rating { get; init; }

    public int IsShown { get; init; }

    public int Minutes { get; init; }

    public int Events { get; init; }

    public int IsFinal { get; init; }

    public string Weights { get; init; } = "";
}
