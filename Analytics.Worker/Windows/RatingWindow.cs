namespace ShellCorp.Analytics.Windows;

/// <summary>The last rating that each player of one partition had in one window. Adding commutes, and adding again changes nothing.</summary>
internal sealed class RatingWindow
{
    private readonly Dictionary<(long Player, long Match), WindowedRating> _last = [];

    /// <summary>Adds a version; a lower one than is there changes nothing.</summary>
    public void Add(WindowedRating rating)
    {
        var key = (rating.Player, rating.Match);
        if (!_last.TryGetValue(key, out var known) || known.Version < rating.Version)
            _last[key] = rating;
    }

    /// <summary>Sum and count for each player, team and match.</summary>
    public IEnumerable<(string Scope, long Id, long Sum, long Count)> Averages() =>
        By("player", _last.Values, rating => rating.Player)
            .Concat(By("match", _last.Values, rating => rating.Match))
            .Concat(By("team", _last.Values.Where(rating => rating.Team is not null), rating => rating.Team!.Value));

    private static IEnumerable<(string Scope, long Id, long Sum, long Count)> By(
        string scope, IEnumerable<WindowedRating> ratings, Func<WindowedRating, long> id) => ratings
        .GroupBy(id, rating => (long)rating.Hundredths)
        .Select(group => (scope, group.Key, group.Sum(), group.LongCount()));
}
