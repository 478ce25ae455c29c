using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>A row of the table of alerts.</summary>
internal sealed record AlertRow
{
    public string Id { get; init; } = "";

    public int Kind { get; init; }

    public long PlayerId { get; init; }

    public long? MatchId { get; init; }

    public string? RequirementId { get; init; }

    public int? Rating { get; init; }

    public long At { get; init; }

    public int IsRead { get; init; }

    public Alert ToAlert() => new()
    {
        AlertId = new(Id),
        Kind = (AlertKind)Kind,
        PlayerId = new(PlayerId),
        MatchId = MatchId is { } match ? new(match) : null,
        RequirementId = RequirementId is { } requirement ? new(Guid.Parse(requirement)) : null,
        RatingHundredths = Rating,
        At = MarketTime.Read(At),
        IsRead = IsRead == 1,
    };
}
