using ShellCorp.Events;

namespace ShellCorp.Feeds.Simulator;

/// <summary>One match from line-up to full time.</summary>
internal static class SimulatedMatch
{
    private static readonly TimeSpan HalfTime = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ShortBreak = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ChangeOfEnds = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestShootOut = TimeSpan.FromMinutes(29);

    public static FeedMatch Play(int seed, int match)
    {
        var league = new League(seed);
        var random = new SeededRandom(seed, match);
        var sheet = LineUps.Choose(league, match, random);
        var id = league.MatchId(match);
        var clock = new MatchClock();
        var scribe = new MatchScribe(id, FormattableString.Invariant($"sim/{seed}/{match + 1}"), sheet.KickOff, clock);
        var (home, away) = (new Side(sheet.Home), new Side(sheet.Away));
        scribe.Note(scribe.Fact(MatchFact.LineUp) with { Sheet = sheet });

        var play = new MatchPlay(home, away, clock, scribe, new SubstitutionPlan(home, away, random), random);
        var (first, second) = random.PerMille(500) ? (home, away) : (away, home);
        Period(MatchPeriod.FirstHalf, TimeSpan.Zero, random.Between(60, 240), () => play.Play(first));
        Period(MatchPeriod.SecondHalf, HalfTime, random.Between(180, 420), () => play.Play(second));
        if (League.IsKnockOut(match) && home.Goals == away.Goals)
        {
            Period(MatchPeriod.FirstExtraTime, ShortBreak, random.Between(30, 150), () => play.Play(first));
            Period(MatchPeriod.SecondExtraTime, ChangeOfEnds, random.Between(30, 180), () => play.Play(second));
            if (home.Goals == away.Goals)
                Period(MatchPeriod.ShootOut, ShortBreak, LongestShootOut.TotalSeconds, () => ShootOut.Play(first, second, clock, scribe, random));
        }

        scribe.Note(scribe.Fact(MatchFact.FullTime));
        return new(id, $"{sheet.Home.Name} – {sheet.Away.Name}", Hindsight.Complete(scribe.ToSteps(), random));

        void Period(MatchPeriod period, TimeSpan pause, double stoppage, Action playIt)
        {
            clock.Start(period, pause, ((MatchTime.EndOf(period) - MatchTime.StartOf(period)) * 60) + stoppage);
            scribe.Note(scribe.Fact(MatchFact.PeriodStart));
            playIt();
            scribe.Note(scribe.Fact(MatchFact.PeriodEnd));
        }
    }
}
