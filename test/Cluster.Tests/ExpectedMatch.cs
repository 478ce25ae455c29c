using ShellCorp.Events;
using ShellCorp.Feeds;

namespace ShellCorp.Cluster.Tests;

/// <summary>
/// What must come of a match, counted straight off the feed's steps, by other code than the product's: scores, and for each player the number
/// of own events, of updates in all, the minutes and the rating.
/// </summary>
internal sealed class ExpectedMatch
{
    private readonly Dictionary<PlayerId, int> _events = [];
    private readonly Dictionary<PlayerId, int> _updates = [];
    private readonly Dictionary<TeamId, HashSet<PlayerId>> _involved = [];
    private readonly Dictionary<PlayerId, int> _on = [];
    private readonly Dictionary<PlayerId, int> _off = [];
    private readonly MatchSheet _sheet;
    private readonly List<MatchUpdate> _facts;
    private readonly ILookup<PlayerId, PlayerUpdate> _rows;

    private ExpectedMatch(FeedMatch match)
    {
        _facts = [.. match.Steps.SelectMany(step => step.MatchUpdates).DistinctBy(fact => fact.Id)];
        _rows = match.Steps.SelectMany(step => step.PlayerUpdates).DistinctBy(update => update.Id).ToLookup(update => update.PlayerId);
        _sheet = _facts.Single(fact => fact.Kind == MatchFact.LineUp).Sheet!;
        MatchId = match.MatchId;
        MatchRecords = _facts.Count;
        foreach (var rows in _rows)
            _events[rows.Key] = _updates[rows.Key] = rows.Count();

        LineUp();
        foreach (var fact in _facts)
            Apply(fact);
    }

    public MatchId MatchId { get; }

    public int MatchRecords { get; }

    public int HomeScore { get; private set; }

    public int AwayScore { get; private set; }

    public IReadOnlyDictionary<PlayerId, int> Events => _events;

    public IReadOnlyDictionary<PlayerId, int> Updates => _updates;

    public int PlayerRecords => _updates.Values.Sum();

    public static ExpectedMatch Of(FeedMatch match) => new(match);

    public int MinutesOf(PlayerId player) =>
        _on.TryGetValue(player, out var on) ? Math.Max(0, _off.GetValueOrDefault(player, End) - on) : 0;

    /// <summary>In hundredths.</summary>
    public int RatingOf(PlayerId player) => ExpectedRating.Hundredths(player, _sheet, _facts, _rows[player]);

    public bool WasOnPitch(PlayerId player) => _on.ContainsKey(player);

    private int End { get; set; }

    private void LineUp()
    {
        foreach (var team in new[] { _sheet.Home, _sheet.Away })
        {
            var starters = team.Squad.Where(player => player.Starts).Select(player => player.PlayerId);
            var substitutes = _facts.Where(fact => fact.Kind == MatchFact.Substitution && fact.TeamId == team.TeamId).Select(fact => fact.PlayerInId!.Value);
            _involved[team.TeamId] = [.. starters.Concat(substitutes)];
            foreach (var player in _involved[team.TeamId])
            {
                Count(_updates, player); // came on
                _on[player] = 0;
            }
        }
    }

    private void Apply(MatchUpdate fact)
    {
        switch (fact.Kind)
        {
            case MatchFact.Goal:
                Goal(fact, fact.TeamId!.Value);
                break;
            case MatchFact.OwnGoal:
                Goal(fact, fact.TeamId == _sheet.Home.TeamId ? _sheet.Away.TeamId : _sheet.Home.TeamId);
                break;
            case MatchFact.YellowCard:
                Count(_updates, fact.PlayerId!.Value);
                break;
            case MatchFact.SecondYellowCard or MatchFact.RedCard:
                Count(_updates, fact.PlayerId!.Value);
                Leave(fact.PlayerId!.Value, fact.Time);
                break;
            case MatchFact.Substitution:
                Count(_updates, fact.PlayerId!.Value); // went off
                Leave(fact.PlayerId!.Value, fact.Time);
                _on[fact.PlayerInId!.Value] = fact.Time.ScheduledMinute;
                break;
            case MatchFact.FullTime:
                End = fact.Time.Period >= MatchPeriod.FirstExtraTime ? 120 : 90;
                foreach (var player in _involved.Values.SelectMany(players => players))
                    Count(_updates, player);
                break;
        }
    }

    private void Goal(MatchUpdate fact, TeamId team)
    {
        if (team == _sheet.Home.TeamId)
            HomeScore++;
        else
            AwayScore++;
        if (fact.PlayerId is { } scorer)
            Count(_updates, scorer);
        foreach (var player in _involved.Values.SelectMany(players => players))
            Count(_updates, player);
    }

    private void Leave(PlayerId player, MatchTime time) =>
        _off[player] = Math.Min(_off.GetValueOrDefault(player, int.MaxValue), time.ScheduledMinute);

    private static void Count(Dictionary<PlayerId, int> counts, PlayerId player) =>
        counts[player] = counts.GetValueOrDefault(player) + 1;
}
