using ShellCorp.Events;
using ShellCorp.Grains.Tests.Clusters;
using ShellCorp.Ingest;

namespace ShellCorp.Grains.Tests.Ingest;

public sealed class IngestGrainTests(SharedCluster shared)
{
    private readonly GrainsCluster _cluster = shared.Cluster;
    private readonly Sample _sample = SharedCluster.NewSample();

    private IIngestGrain Door => _cluster.Grains.GetGrain<IIngestGrain>(0);

    private PlayerId Player => _sample.HomePlayer(7);

    [Fact]
    public async Task Each_event_is_answered_in_its_place_and_the_valid_ones_are_written_in_order()
    {
        PlayerUpdate[] events =
        [
            _sample.Pass(Player, 1),
            _sample.Pass(Player, 2) with { Time = new(MatchPeriod.FirstHalf, 12, 75) },
            _sample.Pass(Player, 3),
            _sample.Pass(Player, 4) with { Kind = PlayerAction.Goal },
            _sample.Pass(Player, 5) with { Id = "" },
        ];

        var reply = await Door.IngestAsync([.. events], CancellationToken.None);

        Assert.Equal(events.Select(one => one.Id), reply.Answers.Select(answer => answer.EventId));
        Assert.Equal(
            [IngestStatus.Accepted, IngestStatus.Rejected, IngestStatus.Accepted, IngestStatus.Rejected, IngestStatus.Rejected],
            reply.Answers.Select(answer => answer.Status));
        Assert.Equal(["", "second", "", "kind", "id"], reply.Answers.Select(answer => answer.Errors.SingleOrDefault()?.Field ?? ""));
        Assert.Equal([events[0].Id, events[2].Id], Written());
        Assert.Null(reply.RetryAfter);
    }

    [Fact]
    public async Task Until_the_line_up_is_known_every_player_may_play_and_then_only_those_it_names()
    {
        var stranger = new PlayerId(_sample.HomePlayer(99).Value);
        var before = await Door.IngestAsync([_sample.Pass(stranger, 1)], CancellationToken.None);
        await _cluster.DeliverAsync(_sample.Match, _sample.LineUp());

        var after = await Door.IngestAsync([_sample.Pass(stranger, 2), _sample.Pass(Player, 1)], CancellationToken.None);
        var facts = await Door.IngestAsync([_sample.Goal(5, _sample.Home, stranger)], CancellationToken.None);

        Assert.Equal(IngestStatus.Accepted, Assert.Single(before.Answers).Status);
        Assert.Equal([IngestStatus.Rejected, IngestStatus.Accepted], after.Answers.Select(answer => answer.Status));
        Assert.Equal("playerId", Assert.Single(after.Answers[0].Errors).Field);
        Assert.Equal("playerId", Assert.Single(Assert.Single(facts.Answers).Errors).Field);
    }

    [Fact]
    public async Task A_corrected_line_up_holds_at_once()
    {
        await _cluster.DeliverAsync(_sample.Match, _sample.LineUp());
        var late = new PlayerId(_sample.HomePlayer(30).Value);
        await Door.IngestAsync([_sample.Pass(late, 1)], CancellationToken.None);
        var home = _sample.Sheet.Home;
        await _cluster.DeliverAsync(_sample.Match, _sample.LineUp("corrected") with
        {
            OccurredAt = _sample.LineUp().OccurredAt.AddMinutes(1),
            Sheet = _sample.Sheet with { Home = home with { Squad = [.. home.Squad, home.Squad[^1] with { PlayerId = late }] } },
        });

        var reply = await Door.IngestAsync([_sample.Pass(late, 2)], CancellationToken.None);

        Assert.Equal(IngestStatus.Accepted, Assert.Single(reply.Answers).Status);
    }

    [Fact]
    public async Task A_log_that_doesn_t_acknowledge_leaves_the_valid_ones_unknown()
    {
        _cluster.Log.FailNext<PlayerUpdate>(update => update.MatchId == _sample.Match, isWritten: true);

        var reply = await Door.IngestAsync([_sample.Pass(Player, 1) with { Id = "" }, _sample.Pass(Player, 2)], CancellationToken.None);

        Assert.Equal([IngestStatus.Rejected, IngestStatus.Unknown], reply.Answers.Select(answer => answer.Status));
    }

    [Fact]
    public async Task Nothing_is_answered_with_nothing() =>
        Assert.Empty((await Door.IngestAsync(System.Collections.Immutable.ImmutableArray<MatchUpdate>.Empty, CancellationToken.None)).Answers);

    private IEnumerable<string> Written() => _cluster.Log.Players.Where(update => update.MatchId == _sample.Match).Select(update => update.Id);
}
