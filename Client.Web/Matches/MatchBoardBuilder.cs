using System.Collections.Immutable;
using System.Globalization;
using ShellCorp.Events;
using ShellCorp.Matches;
using ShellCorp.Web.Live;

namespace ShellCorp.Web.Matches;

/// <summary>Puts a match's summary, line-up, facts and ratings together. Pure: the same input makes an equal board.</summary>
public sealed class MatchBoardBuilder
{
    private readonly MatchSummary _summary;
    private readonly MatchView? _view;
    private readonly IReadOnlyDictionary<PlayerId, LiveRating> _ratings;
    private readonly ILookup<PlayerId?, MatchUpdate> _facts;

    private MatchBoardBuilder(MatchSummary summary, MatchView? view, IReadOnlyDictionary<PlayerId, LiveRating> ratings)
    {
        (_summary, _view, _ratings) = (summary, view, ratings);
        _facts = Facts.ToLookup(f => f.PlayerId);
    }

    private ImmutableArray<MatchUpdate> Facts => _view?.Timeline ?? [];

    /// <summary>Builds a board from the live state and the match's own view; whichever knows more of a thing wins.</summary>
    public static MatchBoard? Build(MatchId match, LiveState state, MatchView? view)
    {
        var live = state.Matches.GetValueOrDefault(match);
        var summary = live is null || (view is not null && view.Summary.Version > live.Version) ? view?.Summary : live;
        return summary is null ? null : new MatchBoardBuilder(summary, view, Merge(state.RatingsOf(match), view)).Build();
    }

    private static ImmutableDictionary<PlayerId, LiveRating> Merge(ImmutableDictionary<PlayerId, LiveRating> live, MatchView? view) =>
        live.SetItems((view?.Ratings ?? [])
            .Where(r => !live.TryGetValue(r.PlayerId, out var known) || known.Update.Version < r.Version)
            .Select(r => KeyValuePair.Create(r.PlayerId, new LiveRating(r, 0, 0))));

    private MatchBoard Build() => new()
    {
        Summary = _summary,
        Clock = _ratings.Values.Select(r => r.Update.Time).Append(_summary.Clock).Max(),
        Home = Team(Side.Home, _summary.HomeTeam, _summary.Home, _view?.Sheet?.Home),
        Away = Team(Side.Away, _summary.AwayTeam, _summary.Away, _view?.Sheet?.Away),
        Unlisted = [.. Unlisted()],
        Timeline = Timeline(),
        HasSheet = _view?.Sheet is not null,
    };

    private TeamBoard Team(Side side, TeamId? id, string name, TeamSheet? sheet)
    {
        var squad = sheet?.Squad ?? [];
        var pitch = squad.Where(p => p.Starts).Select(p => p.PlayerId).ToList();
        foreach (var change in Facts.Where(f => f.Kind == MatchFact.Substitution))
        {
            if (change is { PlayerId: { } off, PlayerInId: { } on } && pitch.IndexOf(off) is var place and >= 0)
                pitch[place] = on;
        }

        pitch.RemoveAll(SentOff);
        var rows = squad.ToDictionary(p => p.PlayerId, p => Row(p, side, name, pitch.Contains(p.PlayerId)));
        return new()
        {
            Side = side,
            TeamId = id,
            Name = name,
            Pitch = [.. pitch.Where(rows.ContainsKey).Select(p => rows[p])],
            Bench = [.. squad.Select(p => rows[p.PlayerId]).Where(r => !r.OnPitch).OrderByDescending(r => r.Minutes > 0)],
        };
    }

    private PlayerRow Row(SquadPlayer player, Side side, string team, bool onPitch)
    {
        var rating = _ratings.GetValueOrDefault(player.PlayerId);
        var face = RatingFace.Of(rating);
        return new()
        {
            PlayerId = player.PlayerId,
            Name = player.Name,
            Side = side,
            Team = team,
            Role = player.Role,
            Starts = player.Starts,
            OnPitch = onPitch,
            // Who has left the pitch has no change to look out for.
            Rating = onPitch ? face : face with { DeltaTenths = 0 },
            Hundredths = rating?.Update.RatingHundredths,
            Minutes = rating?.Update.MinutesPlayed ?? 0,
            Events = rating?.Update.Events ?? 0,
            Categories = rating?.Update.Categories ?? [],
            Goals = Count(player.PlayerId, MatchFact.Goal),
            OwnGoals = Count(player.PlayerId, MatchFact.OwnGoal),
            Yellow = Count(player.PlayerId, MatchFact.YellowCard) > 0,
            SentOff = SentOff(player.PlayerId),
            CameOn = Minute(Facts.FirstOrDefault(f => f.Kind == MatchFact.Substitution && f.PlayerInId == player.PlayerId)),
            WentOff = Minute(_facts[player.PlayerId].FirstOrDefault(f => f.Kind == MatchFact.Substitution)),
        };
    }

    private IEnumerable<PlayerRow> Unlisted() =>
        from rating in _ratings.Values
        let id = rating.Update.PlayerId
        where _view?.Sheet?.Find(id) is null
        orderby id.Value
        let player = new SquadPlayer { PlayerId = id, Name = $"Player {id}", Role = PlayerRole.Unknown, Starts = false }
        select Row(player, rating.Update.TeamId is { } team && team == _summary.AwayTeam ? Side.Away : Side.Home, "", false);

    private int Count(PlayerId player, MatchFact kind) => _facts[player].Count(f => f.Kind == kind);

    private bool SentOff(PlayerId player) =>
        _facts[player].Any(f => f.Kind is MatchFact.RedCard or MatchFact.SecondYellowCard);

    private static string? Minute(MatchUpdate? fact) => fact is null ? null : ClockText.Minute(fact.Time);

    private ImmutableArray<TimelineEntry> Timeline()
    {
        var (home, away) = (0, 0);
        var entries = ImmutableArray.CreateBuilder<TimelineEntry>(Facts.Length);
        foreach (var fact in Facts.OrderBy(f => f.Time))
        {
            var side = SideOf(fact);
            if (fact.Kind is MatchFact.Goal or MatchFact.OwnGoal)
                (home, away) = side == Side.Home ? (home + 1, away) : (home, away + 1);
            entries.Add(new(fact.Id, fact.Kind, side, fact.Time, fact.PlayerId, Name(fact), Detail(fact, home, away)));
        }

        return entries.MoveToImmutable();
    }

    private Side? SideOf(MatchUpdate fact)
    {
        if (fact.TeamId is not { } team)
            return null;
        var home = team == _summary.HomeTeam;
        // An own goal stands on the side it counts for.
        return home != (fact.Kind == MatchFact.OwnGoal) ? Side.Home : Side.Away;
    }

    private string Name(MatchUpdate fact) => fact.Kind switch
    {
        MatchFact.PeriodStart => $"{ClockText.Period(fact.Time.Period)} begins",
        MatchFact.PeriodEnd => $"{ClockText.Period(fact.Time.Period)} ends",
        MatchFact.FullTime => "Full time",
        MatchFact.Substitution => NameOf(fact.PlayerInId),
        _ => fact.PlayerId is null ? "Goal" : NameOf(fact.PlayerId),
    };

    private string Detail(MatchUpdate fact, int home, int away) => fact.Kind switch
    {
        MatchFact.Goal => string.Create(CultureInfo.InvariantCulture, $"{home}–{away}"),
        MatchFact.OwnGoal => string.Create(CultureInfo.InvariantCulture, $"own goal, {home}–{away}"),
        MatchFact.Substitution => $"for {NameOf(fact.PlayerId)}",
        MatchFact.YellowCard => "yellow card",
        MatchFact.SecondYellowCard => "second yellow card",
        MatchFact.RedCard => "red card",
        MatchFact.ShootOutScored => "penalty scored",
        MatchFact.ShootOutMissed => "penalty missed",
        _ => "",
    };

    private string NameOf(PlayerId? player) => player is not { } id ? "?" : _view?.Sheet?.Find(id)?.Player.Name ?? $"Player {id}";
}
