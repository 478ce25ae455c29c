using CsCheck;
using ShellCorp.Events;
using ShellCorp.Grains.Matches;
using ShellCorp.Grains.Tests.Clusters;
using ShellCorp.Matches;

namespace ShellCorp.Grains.Tests.Matches;

public sealed class MatchFoldTests
{
    private static readonly Sample Sample = new(1);

    private static readonly Gen<MatchUpdate[][]> AnyDelivery =
        from repeated in Gen.Int[0, Sample.Story().Length - 1].Select(index => Sample.Story()[index]).Array[0, 8]
        from order in Gen.Shuffle(Sample.Story().Concat(repeated).ToArray())
        from size in Gen.Int[1, order.Length]
        select order.Chunk(size).ToArray();

    [Fact]
    public void Shuffled_repeated_and_in_any_batches_the_match_is_the_same()
    {
        var expected = Apply([[.. Sample.Story()]]);
        AnyDelivery.Sample(batches =>
        {
            var state = Apply(batches);
            Assert.Equal(Summarize(expected), Summarize(state));
            Assert.Equal(Ids(MatchFold.Timeline(expected)), Ids(MatchFold.Timeline(state)));
            Assert.Equal(batches.Sum(batch => batch.Length) - Sample.Story().Length, state.Events.Duplicates);
        });
    }

    [Fact]
    public void Own_goals_count_for_the_other_team()
    {
        var summary = Summarize(Apply([[.. Sample.Story()]]));

        Assert.Equal((2, 1, null, null), (summary.HomeScore, summary.AwayScore, summary.HomeShootOut, summary.AwayShootOut));
        Assert.Equal((14, MatchPhase.Finished, "Home 1001", "Away 1002"), (summary.Version, summary.Phase, summary.Home, summary.Away));
    }

    [Fact]
    public void A_shoot_out_has_a_score_of_its_own()
    {
        var kick = new MatchTime(MatchPeriod.ShootOut, 121, 0);
        var summary = Summarize(Apply([
            [
                Sample.LineUp(),
                Sample.Start(MatchPeriod.ShootOut),
                Sample.Fact(MatchFact.ShootOutScored, "kick 1", kick) with { TeamId = Sample.Away },
                Sample.Fact(MatchFact.ShootOutMissed, "kick 2", kick) with { TeamId = Sample.Home },
            ],
        ]));

        Assert.Equal((0, 0, 0, 1), (summary.HomeScore, summary.AwayScore, summary.HomeShootOut, summary.AwayShootOut));
    }

    [Fact]
    public void Without_a_line_up_teams_are_unknown_and_nobody_leads()
    {
        var summary = Summarize(Apply([[Sample.Goal(12, Sample.Home, Sample.HomePlayer(9))]]));

        Assert.Equal(("?", "?", 0, 0, MatchPhase.Playing), (summary.Home, summary.Away, summary.HomeScore, summary.AwayScore, summary.Phase));
    }

    [Fact]
    public void The_line_up_told_last_by_the_calendar_holds_whatever_comes_first()
    {
        var corrected = Sample.LineUp("corrected") with { OccurredAt = Sample.LineUp().OccurredAt.AddMinutes(1), Sheet = Sample.Sheet with { Competition = "Cup" } };

        Assert.Equal("Cup", Summarize(Apply([[corrected], [Sample.LineUp()]])).Competition);
        Assert.Equal("Cup", Summarize(Apply([[Sample.LineUp()], [corrected]])).Competition);
    }

    [Fact]
    public void The_phase_follows_the_furthest_evidence()
    {
        Assert.Equal(MatchPhase.Scheduled, Phase(Sample.LineUp()));
        Assert.Equal(MatchPhase.Playing, Phase(Sample.LineUp(), Sample.Start(MatchPeriod.FirstHalf)));
        Assert.Equal(MatchPhase.Break, Phase(Sample.End(MatchPeriod.FirstHalf), Sample.Start(MatchPeriod.FirstHalf), Sample.Goal(12, Sample.Home, Sample.HomePlayer(9))));
        Assert.Equal(MatchPhase.Playing, Phase(Sample.End(MatchPeriod.FirstHalf), Sample.Start(MatchPeriod.SecondHalf)));
        Assert.Equal(MatchPhase.Playing, Phase(Sample.End(MatchPeriod.FirstHalf), Sample.Goal(50, Sample.Home, Sample.HomePlayer(9))));
        Assert.Equal(MatchPhase.Finished, Phase(Sample.FullTime(), Sample.Start(MatchPeriod.SecondHalf)));
        Assert.Equal(MatchPhase.Playing, MatchFold.Summarize(Sample.Match, Apply([[Sample.LineUp()]]), Sample.At(3)).Phase);
    }

    [Fact]
    public void Interruptions_move_the_clock_and_stand_in_no_timeline()
    {
        var state = Apply([[Sample.LineUp(), Sample.Fact(MatchFact.Interruption, "throw", Sample.At(33))]]);

        Assert.Equal(Sample.At(33), Summarize(state).Clock);
        Assert.Equal(2, Summarize(state).Version);
        Assert.Empty(MatchFold.Timeline(state));
    }

    private static MatchPhase Phase(params MatchUpdate[] facts) => Summarize(Apply([facts])).Phase;

    private static MatchSummary Summarize(MatchState state) => MatchFold.Summarize(Sample.Match, state, MatchTime.KickOff);

    private static IEnumerable<string> Ids(IEnumerable<MatchUpdate> facts) => facts.Select(fact => fact.Id);

    private static MatchState Apply(MatchUpdate[][] batches) => batches.Aggregate(MatchState.Empty, (state, batch) =>
    {
        var sifted = state.Events.Sift(batch, fact => fact.Id);
        return state.Apply(sifted).Finish(sifted.Repeats);
    });
}
