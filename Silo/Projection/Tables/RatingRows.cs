using Oltp.Sessions;
using ShellCorp.Events;
using ShellCorp.Grains.Market;

namespace ShellCorp.Silo.Projection.Tables;

/// <summary>Ratings as rows.</summary>
internal static class RatingRows
{
    public static OltpRows OfHistory(IReadOnlyCollection<LiveRatingUpdate> ratings) => Common(ratings);

    /// <summary>Of each player and match the highest version: one statement can't change a row twice.</summary>
    public static OltpRows OfLatest(IReadOnlyCollection<LiveRatingUpdate> ratings)
    {
        var latest = new Dictionary<(PlayerId, MatchId), LiveRatingUpdate>();
        foreach (var rating in ratings)
        {
            if (!latest.TryGetValue((rating.PlayerId, rating.MatchId), out var held) || held.Version < rating.Version)
                latest[(rating.PlayerId, rating.MatchId)] = rating;
        }

        return Common(latest.Values)
            .With("team_id", latest.Values.Select(rating => rating.TeamId?.Value))
            .With("events", latest.Values.Select(rating => rating.Events))
            .With("is_final", latest.Values.Select(rating => rating.Final ? 1 : 0))
            .With("weights", latest.Values.Select(rating => rating.Weights))
            .With("season", latest.Values.Select(rating => Seasons.Of(rating.OccurredAt)));
    }

    private static OltpRows Common(IReadOnlyCollection<LiveRatingUpdate> ratings) => new OltpRows(ratings.Count)
        .With("player_id", ratings.Select(rating => rating.PlayerId.Value))
        .With("match_id", ratings.Select(rating => rating.MatchId.Value))
        .With("version", ratings.Select(rating => rating.Version))
        .With("rating", ratings.Select(rating => rating.RatingHundredths))
        .With("is_shown", ratings.Select(rating => rating.Shown ? 1 : 0))
        .With("minutes", ratings.Select(rating => rating.MinutesPlayed))
        .With("at", ratings.Select(rating => MarketTime.Of(rating.OccurredAt)));
}
