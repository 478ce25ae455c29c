namespace ShellCorp.Market;

/// <summary>A player with what the ratings come to; all in hundredths, means rounded.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.ranked-player.v1")]
public sealed record RankedPlayer
{
    /// <summary>The player.</summary>
    [Id(0)] public required MarketPlayer Player { get; init; }

    /// <summary>The rating in the latest match.</summary>
    [Id(1)] public required int Rating { get; init; }

    /// <summary>The mean of the latest five matches, of fewer where there aren't five.</summary>
    [Id(2)] public required int Form { get; init; }

    /// <summary>The season of the latest match: the year in which it began, on the first of July.</summary>
    [Id(3)] public required int Season { get; init; }

    /// <summary>The mean of that season's matches.</summary>
    [Id(4)] public required int SeasonRating { get; init; }

    /// <summary>How many matches of that season have a rating.</summary>
    [Id(5)] public required int SeasonMatches { get; init; }

    /// <summary>Where the player stands in a ranking.</summary>
    public RankPlace PlaceBy(RankBy by) => new(by switch { RankBy.Form => Form, RankBy.Season => SeasonRating, _ => Rating }, Player.PlayerId);
}
