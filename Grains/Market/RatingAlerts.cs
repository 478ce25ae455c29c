using ShellCorp.Events;

namespace ShellCorp.Grains.Market;

/// <summary>Tells desks of live ratings, in the transaction in which they are projected: so none is lost, and nothing tells twice.</summary>
internal static class RatingAlerts
{
    // Above every rating: who is only on a shortlist has no threshold.
    private const int Unreachable = 1_001;

    /// <summary>Tells of a batch of ratings; forms must be those after it already.</summary>
    public static async Task NoteAsync(IMarketSession session, Moment now, IReadOnlyCollection<LiveRatingUpdate> ratings)
    {
        var players = ratings.Where(rating => rating.Shown).Select(rating => rating.PlayerId.Value).Distinct().ToArray();
        var followed = (await session.ListAsync<Followed>(
            $"""
            SELECT d.player_id AS PlayerId, min(d.threshold) AS Threshold FROM (
                SELECT w.player_id, w.threshold FROM market_watch w WHERE w.player_id IN @players
                UNION ALL
                SELECT s.player_id, {Unreachable} FROM market_shortlist s WHERE s.player_id IN @players
            ) d GROUP BY d.player_id
            """,
            new { players })).ToDictionary(row => new PlayerId(row.PlayerId), row => row.Threshold);
        if (followed.Count == 0)
            return;

        var shown = ratings.Where(rating => rating.Shown && followed.ContainsKey(rating.PlayerId)).GroupBy(rating => (rating.PlayerId, rating.MatchId));
        foreach (var match in shown)
            await NoteAsync(session, now, [.. match], followed[match.Key.PlayerId]);
    }

    private static async Task NoteAsync(IMarketSession session, Moment now, List<LiveRatingUpdate> ratings, int threshold)
    {
        var best = ratings.MaxBy(rating => rating.RatingHundredths)!;
        if (best.RatingHundredths >= threshold)
            await AlertNotes.RatingReachedAsync(session, now, best.PlayerId, best.MatchId, best.RatingHundredths);
        if (!ratings.Exists(rating => rating.Final))
            return;
        if (await session.FindAsync<int?>("SELECT form FROM player_form WHERE player_id = @Value", new { best.PlayerId.Value }) is { } form)
            await AlertNotes.FormAsync(session, now, best.PlayerId, best.MatchId, form);
    }

    private sealed record Followed
    {
        public long PlayerId { get; init; }

        public int Threshold { get; init; }
    }
}
