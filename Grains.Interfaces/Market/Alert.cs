namespace ShellCorp.Market;

/// <summary>Something that a desk wants to know of.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.alert.v1")]
public sealed record Alert
{
    /// <summary>The alert.</summary>
    [Id(0)] public required AlertId AlertId { get; init; }

    /// <summary>Of what.</summary>
    [Id(1)] public required AlertKind Kind { get; init; }

    /// <summary>The player whom it is about.</summary>
    [Id(2)] public required PlayerId PlayerId { get; init; }

    /// <summary>The match, where it is about a rating.</summary>
    [Id(3)] public MatchId? MatchId { get; init; }

    /// <summary>The requirement, where it is about one.</summary>
    [Id(4)] public RequirementId? RequirementId { get; init; }

    /// <summary>The rating or the form that was reached, in hundredths.</summary>
    [Id(5)] public int? RatingHundredths { get; init; }

    /// <summary>When.</summary>
    [Id(6)] public required DateTimeOffset At { get; init; }

    /// <summary>Whether the desk has read it.</summary>
    [Id(7)] public required bool IsRead { get; init; }
}
