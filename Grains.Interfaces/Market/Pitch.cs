namespace ShellCorp.Market;

/// <summary>A player pitched to a club.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.pitch.v1")]
public sealed record Pitch
{
    /// <summary>The pitch.</summary>
    [Id(0)] public required PitchId PitchId { get; init; }

    /// <summary>Who pitches.</summary>
    [Id(1)] public required AgentId AgentId { get; init; }

    /// <summary>To whom.</summary>
    [Id(2)] public required TeamId ClubId { get; init; }

    /// <summary>Whom, for what, and for how much.</summary>
    [Id(3)] public required PitchDraft Draft { get; init; }

    /// <summary>How far it has come.</summary>
    [Id(4)] public required PitchState State { get; init; }

    /// <summary>What the club said with its decision, at most 2,000 characters; empty before.</summary>
    [Id(5)] public string Feedback { get; init; } = "";

    /// <summary>When it was sent.</summary>
    [Id(6)] public required DateTimeOffset SentAt { get; init; }

    /// <summary>When its state was reached.</summary>
    [Id(7)] public required DateTimeOffset ChangedAt { get; init; }
}
