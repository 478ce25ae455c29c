using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>A player with what the ratings come to.</summary>
internal sealed record RankedRow : PlayerRow
{
    public int Rating { get; init; }

    public int Form { get; init; }

    public int Season { get; init; }

    public int SeasonRating { get; init; }

    public int SeasonMatches { get; init; }

    public RankedPlayer ToRanked() =>
        new() { Player = ToPlayer(), Rating = Rating, Form = Form, Season = Season, SeasonRating = SeasonRating, SeasonMatches = SeasonMatches };
}
