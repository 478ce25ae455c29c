using System.Collections.Immutable;
using ShellCorp.Counters;
using ShellCorp.Grains.Players;
using ShellCorp.Grains.Players.Ratings;

namespace ShellCorp.Grains.Counters;

/// <summary>What one match adds to a player's season: a function of the match's ledger, whatever the order in which that was filled.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.match-counts.v1")]
public sealed record MatchCounts
{
    private const int FirstMonth = 8;
    private static readonly int Length = Enum.GetValues<PlayerCounter>().Length;

    /// <summary>The match.</summary>
    [Id(0)] public required MatchId Match { get; init; }

    /// <summary>The season of the player's latest moment in the match: the year in which it began.</summary>
    [Id(1)] public required int Season { get; init; }

    /// <summary>Updates counted.</summary>
    [Id(2)] public required int Version { get; init; }

    /// <summary>Indexed by <see cref="PlayerCounter"/>; those beyond the end are 0.</summary>
    [Id(3)] public required ImmutableArray<int> Counts { get; init; }

    /// <summary>What a ledger adds.</summary>
    public static MatchCounts Of(MatchId match, RatingLedger ledger)
    {
        var counts = new int[Length];
        foreach (var update in ledger.Updates)
            EventCounters.Count(update, counts);

        var rating = RatingModel.Rate(ledger.Tally, RatingWeights.Current);
        counts[(int)PlayerCounter.Minutes] = rating.MinutesPlayed;
        if (ledger.Tally.WasOnPitch || ledger.Tally.Events > 0)
            counts[(int)PlayerCounter.Matches] = 1;
        if (rating.Shown)
            (counts[(int)PlayerCounter.Ratings], counts[(int)PlayerCounter.RatingSum]) = (1, rating.Hundredths * 10);

        return new() { Match = match, Season = SeasonOf(ledger.Tally.LatestOccurredAt), Version = ledger.Version, Counts = [.. counts] };
    }

    /// <summary>The season of a moment: the year in which it began, on the first of August.</summary>
    public static int SeasonOf(DateTimeOffset moment) => moment.UtcDateTime.Month >= FirstMonth ? moment.UtcDateTime.Year : moment.UtcDateTime.Year - 1;
}
