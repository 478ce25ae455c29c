namespace ShellCorp.Market;

/// <summary>What an agent pitches.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.pitch-draft.v1")]
public sealed record PitchDraft
{
    /// <summary>The requirement that the player is offered for.</summary>
    [Id(0)] public required RequirementId RequirementId { get; init; }

    /// <summary>The player; the agent must represent them.</summary>
    [Id(1)] public required PlayerId PlayerId { get; init; }

    /// <summary>The price asked, in the club's currency's whole units: 0 to 1,000,000,000,000.</summary>
    [Id(2)] public required long Price { get; init; }

    /// <summary>A text for the club, at most 2,000 characters.</summary>
    [Id(3)] public string Note { get; init; } = "";
}
