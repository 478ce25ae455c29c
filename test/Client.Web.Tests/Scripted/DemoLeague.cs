using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Matches;
using ShellCorp.Players;
using ShellCorp.Teams;

namespace ShellCorp.Web.Tests.Scripted;

/// <summary>A script with matches in every phase: invented teams and players, the same ones for the same seed.</summary>
public sealed class DemoLeague
{
    public static readonly MatchId Live = new(101);
    public static readonly MatchId Early = new(102);

    private static readonly string[] Clubs =
        ["Harbour United", "Northgate", "Río Verde", "Kestrel Athletic", "Saint-Aubin", "Blåvand IF", "Ostmark 09", "Villanova Calcio"];

    private static readonly string[] First =
        ["Jonas", "Mateo", "Idris", "Ola", "Pavel", "Tomás", "Luka", "Emre", "Kofi", "Nils", "Andre", "Yusuf", "Marek", "Théo", "Rui"];

    private static readonly string[] Last =
        ["Brandt", "Silva", "Koné", "Lund", "Dvořák", "Ferreira", "Novak", "Yılmaz", "Mensah", "Björnsson", "Okafor", "Haddad", "Kowalski", "Lefèvre", "Almeida",
         "van der Berg", "Castillo", "Moreau"];

    private readonly Random _random = new(7);
    private readonly Script _script;

    private DemoLeague(Script script) => _script = script;

    public static Script Write(Script script)
    {
        var league = new DemoLeague(script);
        var now = new DateTimeOffset(2026, 8, 1, 15, 0, 0, TimeSpan.Zero);
        league.Match(Live, "Premier Cup", 0, 1, now, MatchPhase.Playing, new(MatchPeriod.SecondHalf, 71, 24), 2, 1);
        league.Match(Early, "Premier Cup", 2, 3, now.AddHours(1), MatchPhase.Playing, new(MatchPeriod.FirstHalf, 8, 40), 0, 0);
        league.Match(new(103), "Northern League", 4, 5, now, MatchPhase.Break, new(MatchPeriod.FirstHalf, 47, 2), 0, 1);
        league.Match(new(90), "Premier Cup", 1, 2, now.AddDays(-7), MatchPhase.Finished, new(MatchPeriod.SecondHalf, 94, 0), 1, 1);
        league.Match(new(91), "Premier Cup", 3, 0, now.AddDays(-7), MatchPhase.Finished, new(MatchPeriod.SecondHalf, 93, 0), 0, 3);
        league.Match(new(80), "Northern League", 6, 7, now.AddDays(-14), MatchPhase.Finished, new(MatchPeriod.SecondHalf, 95, 0), 2, 4);
        league.Match(new(110), "Premier Cup", 6, 0, now.AddDays(2), MatchPhase.Scheduled, default, 0, 0);
        league.Match(new(111), "Northern League", 7, 4, now.AddDays(3), MatchPhase.Scheduled, default, 0, 0);
        league.Teams();
        return script;
    }

    private void Match(MatchId id, string competition, int home, int away, DateTimeOffset kickOff, MatchPhase phase, MatchTime clock, int homeGoals, int awayGoals)
    {
        var sheet = new MatchSheet { Competition = competition, KickOff = kickOff, Home = Team(home), Away = Team(away) };
        ImmutableArray<MatchUpdate> timeline = phase == MatchPhase.Scheduled ? [] : Timeline(id, sheet, clock, phase, homeGoals, awayGoals);
        var summary = new MatchSummary
        {
            MatchId = id, Version = timeline.Length + 1, Competition = competition, KickOff = kickOff, HomeTeam = sheet.Home.TeamId, AwayTeam = sheet.Away.TeamId,
            Home = sheet.Home.Name, Away = sheet.Away.Name, HomeScore = homeGoals, AwayScore = awayGoals, Phase = phase, Clock = clock,
        };
        _script.Matches[id] = new() { Summary = summary, Sheet = sheet, Ratings = [], Timeline = timeline, Applied = timeline.Length + 1, Duplicates = 0 };
        foreach (var team in new[] { sheet.Home, sheet.Away })
        {
            foreach (var player in team.Squad)
            {
                _script.Players[player.PlayerId] = new() { PlayerId = player.PlayerId, Name = player.Name, Role = player.Role, TeamId = team.TeamId, AsOf = kickOff };
                if (phase != MatchPhase.Scheduled)
                    Rate(id, team.TeamId, player, timeline, clock, phase, kickOff);
            }
        }
    }

    private static TeamSheet Team(int club)
    {
        PlayerRole[] roles =
        [
            PlayerRole.Goalkeeper, PlayerRole.Defender, PlayerRole.Defender, PlayerRole.Defender, PlayerRole.Defender, PlayerRole.Midfielder,
            PlayerRole.Midfielder, PlayerRole.Midfielder, PlayerRole.Forward, PlayerRole.Forward, PlayerRole.Forward,
            PlayerRole.Goalkeeper, PlayerRole.Defender, PlayerRole.Midfielder, PlayerRole.Midfielder, PlayerRole.Forward,
        ];
        return new()
        {
            TeamId = new(club + 1),
            Name = Clubs[club],
            Squad =
            [
                .. roles.Select((role, i) => new SquadPlayer
                {
                    PlayerId = new(((club + 1) * 100) + i), Name = $"{First[((club * 5) + (i * 7)) % First.Length]} {Last[((club * 11) + (i * 5)) % Last.Length]}", Role = role, Starts = i < 11,
                }),
            ],
        };
    }

    private static ImmutableArray<MatchUpdate> Timeline(MatchId id, MatchSheet sheet, MatchTime clock, MatchPhase phase, int homeGoals, int awayGoals)
    {
        var facts = new List<MatchUpdate>();
        void Add(MatchFact kind, TeamSheet? team, int player, MatchTime time, int playerIn = -1)
        {
            if (time <= clock)
            {
                facts.Add(new()
                {
                    Id = $"{id}/{facts.Count}", MatchId = id, Kind = kind, Time = time, TeamId = team?.TeamId,
                    PlayerId = team?.Squad[player].PlayerId, PlayerInId = playerIn < 0 ? null : team?.Squad[playerIn].PlayerId,
                });
            }
        }

        Add(MatchFact.PeriodStart, null, 0, default);
        for (var i = 0; i < homeGoals; i++)
            Add(MatchFact.Goal, sheet.Home, 10 - i, MatchTime.At(i % 2 == 0 ? MatchPeriod.FirstHalf : MatchPeriod.SecondHalf, 700 + (i * 400)));
        Add(MatchFact.YellowCard, sheet.Away, 5, new(MatchPeriod.FirstHalf, 33, 10));
        for (var i = 0; i < awayGoals; i++)
            Add(MatchFact.Goal, sheet.Away, 9 - i, MatchTime.At(i % 2 == 0 ? MatchPeriod.FirstHalf : MatchPeriod.SecondHalf, 1500 + (i * 240)));
        Add(MatchFact.PeriodEnd, null, 0, new(MatchPeriod.FirstHalf, 47, 2));
        Add(MatchFact.PeriodStart, null, 0, new(MatchPeriod.SecondHalf, 45, 0));
        Add(MatchFact.Substitution, sheet.Home, 7, new(MatchPeriod.SecondHalf, 61, 0), 13);
        Add(MatchFact.Substitution, sheet.Away, 8, new(MatchPeriod.SecondHalf, 68, 0), 15);
        Add(MatchFact.RedCard, sheet.Away, 3, new(MatchPeriod.SecondHalf, 77, 0));
        if (phase == MatchPhase.Finished)
            Add(MatchFact.FullTime, null, 0, clock);
        return [.. facts.OrderBy(f => f.Time)];
    }

    private void Rate(MatchId match, TeamId team, SquadPlayer player, ImmutableArray<MatchUpdate> timeline, MatchTime clock, MatchPhase phase, DateTimeOffset kickOff)
    {
        var on = timeline.FirstOrDefault(f => f.PlayerInId == player.PlayerId)?.Time.ScheduledMinute;
        if (!player.Starts && on is null)
            return;
        var off = timeline.FirstOrDefault(f => f.PlayerId == player.PlayerId && f.Kind is MatchFact.Substitution or MatchFact.RedCard && f.PlayerId == player.PlayerId)?.Time;
        var minutes = (off ?? clock).ScheduledMinute - (on ?? 0);
        var goals = timeline.Count(f => f.Kind == MatchFact.Goal && f.PlayerId == player.PlayerId);
        ImmutableArray<int> categories =
        [
            (goals * 900) + _random.Next(-80, 160), _random.Next(-120, 420), _random.Next(-140, 260), _random.Next(-350, 480),
            player.Role == PlayerRole.Goalkeeper ? _random.Next(-300, 900) : 0, _random.Next(-40, 220),
        ];
        var rating = 600 + (categories.Sum() / 10);
        var live = new LiveRatingUpdate
        {
            PlayerId = player.PlayerId, MatchId = match, TeamId = team, Version = minutes + 3, RatingHundredths = rating, Shown = minutes >= 10, MinutesPlayed = minutes,
            Events = minutes * 6 / 10, Final = phase == MatchPhase.Finished, Weights = "2026-1", Categories = categories, Time = off ?? clock, OccurredAt = kickOff.AddMinutes(clock.ScheduledMinute),
        };
        _script.Ratings[(player.PlayerId, match)] = new()
        {
            Rating = new() { Live = live, Duplicates = 0, WasOnPitch = true },
            Contributions = [.. Contributions(clock)],
            Line = [.. Line(rating, on ?? 0, (off ?? clock).ScheduledMinute)],
        };
    }

    private IEnumerable<RatingContribution> Contributions(MatchTime clock)
    {
        (PlayerAction Kind, ActionOutcome Outcome, ActionQualifiers Qualifiers, int Delta)[] known =
        [
            (PlayerAction.Pass, ActionOutcome.Success, ActionQualifiers.KeyPass, 12), (PlayerAction.DefendingDuel, ActionOutcome.Failure, default, -6),
            (PlayerAction.Shot, ActionOutcome.Success, ActionQualifiers.RightFoot, 15), (PlayerAction.Interception, ActionOutcome.Success, default, 8),
            (PlayerAction.Cross, ActionOutcome.Failure, default, -2), (PlayerAction.AerialDuel, ActionOutcome.Success, default, 4),
            (PlayerAction.TeamScored, ActionOutcome.None, default, 5), (PlayerAction.Foul, ActionOutcome.None, default, -5),
        ];
        return Enumerable.Range(0, 12)
            .Select(_ => (Minute: _random.Next(0, Math.Max(1, clock.ScheduledMinute)), What: known[_random.Next(known.Length)]))
            .OrderByDescending(c => c.Minute)
            .Select(c => new RatingContribution
            {
                Time = new(MatchTime.PeriodOf(c.Minute), c.Minute, 30), Kind = c.What.Kind, Outcome = c.What.Outcome, Qualifiers = c.What.Qualifiers, DeltaHundredths = c.What.Delta,
            });
    }

    private IEnumerable<RatingPoint> Line(int rating, int from, int until)
    {
        for (var minute = from; minute < until; minute += _random.Next(2, 7))
        {
            var share = (minute - from) / (double)Math.Max(1, until - from);
            yield return new(new(MatchTime.PeriodOf(minute), minute, 0), 600 + (int)((rating - 600) * share) + (int)(_random.Next(-20, 21) * Math.Min(1, share * 4)));
        }

        yield return new(new(MatchTime.PeriodOf(until), until, 0), rating);
    }

    private void Teams()
    {
        foreach (var (team, name) in _script.Matches.Values.SelectMany(m => new[] { m.Sheet!.Home, m.Sheet.Away }).Select(t => (t.TeamId, t.Name)).Distinct())
        {
            ImmutableArray<TeamMatch> matches =
            [
                .. _script.Matches.Values.Where(m => m.Sheet!.Of(team) is not null && m.Summary.Phase != MatchPhase.Scheduled)
                    .OrderByDescending(m => m.Sheet!.KickOff)
                    .Select(m => Average(team, m)),
            ];
            if (matches.IsEmpty)
                continue;
            _script.Teams[team] = new()
            {
                Summary = new()
                {
                    TeamId = team, Version = 1, Name = name, AverageHundredths = (int)matches.Average(m => m.AverageHundredths),
                    Form = [.. matches.Select(m => m.AverageHundredths).Take(5)], Matches = matches.Length,
                },
                Matches = matches,
            };
        }
    }

    private TeamMatch Average(TeamId team, MatchView match)
    {
        var ratings = _script.RatingsOf(match.Summary.MatchId).Where(r => r.TeamId == team).ToArray();
        return new()
        {
            MatchId = match.Summary.MatchId, AverageHundredths = (int)ratings.Average(r => r.RatingHundredths), Players = ratings.Length,
            Final = match.Summary.Phase == MatchPhase.Finished, OccurredAt = match.Sheet!.KickOff,
        };
    }
}
