using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>A row of the table of pitches.</summary>
internal sealed record PitchRow
{
    public string Id { get; init; } = "";

    public string RequirementId { get; init; } = "";

    public long ClubId { get; init; }

    public long AgentId { get; init; }

    public long PlayerId { get; init; }

    public long Price { get; init; }

    public string Note { get; init; } = "";

    public int State { get; init; }

    public string Feedback { get; init; } = "";

    public long SentAt { get; init; }

    public long ChangedAt { get; init; }

    public static PitchRow Of(Pitch pitch) => new()
    {
        Id = pitch.PitchId.ToString(),
        RequirementId = pitch.Draft.RequirementId.ToString(),
        ClubId = pitch.ClubId.Value,
        AgentId = pitch.AgentId.Value,
        PlayerId = pitch.Draft.PlayerId.Value,
        Price = pitch.Draft.Price,
        Note = pitch.Draft.Note,
        State = (int)pitch.State,
        Feedback = pitch.Feedback,
        SentAt = MarketTime.Of(pitch.SentAt),
        ChangedAt = MarketTime.Of(pitch.ChangedAt),
    };

    public Pitch ToPitch() => new()
    {
        PitchId = new(Guid.Parse(Id)),
        AgentId = new(AgentId),
        ClubId = new(ClubId),
        Draft = new() { RequirementId = new(Guid.Parse(RequirementId)), PlayerId = new(PlayerId), Price = Price, Note = Note },
        State = (PitchState)State,
        Feedback = Feedback,
        SentAt = MarketTime.Read(SentAt),
        ChangedAt = MarketTime.Read(ChangedAt),
    };
}
