using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ShellCorp.Live;
using ShellCorp.Web.Live;

namespace ShellCorp.Web.Tests.Live;

public sealed class LiveConnectorTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly ProtocolTrueLiveHub _hub;
    private readonly LiveStore _store;
    private readonly LiveConnector _connector;

    public LiveConnectorTests()
    {
        _hub = new(_time);
        _store = new(_time, NullLogger<LiveStore>.Instance);
        _connector = new(_store, _hub, new NoBackfill(), Options.Create(new LiveConnectorOptions()), _time, NullLogger<LiveConnector>.Instance);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_snapshot_is_read_after_subscribing_and_changes_in_between_are_kept()
    {
        _hub.Snapshot = new() { Ratings = [Told.Rating(7, 4, 640), Told.Rating(8, 1)] };
        _hub.DuringSnapshot = new() { Ratings = [Told.Rating(7, 5, 700)] };
        await StartAsync();

        Assert.Equal(700, _store.State.RatingsOf(new(1))[new(7)].Update.RatingHundredths);
        Assert.Equal(2, _store.State.RatingsOf(new(1)).Count);
        Assert.Equal(LiveStatus.Live, _store.Connection.Status);
    }

    [Fact]
    public async Task A_steady_flow_is_renewed_every_two_minutes_and_never_runs_out()
    {
        await StartAsync();
        var version = 0;
        for (var second = 0; second < 600; second++)
        {
            await StepAsync(TimeSpan.FromSeconds(1), () => _hub.PublishAsync(new() { Ratings = [Told.Rating(7, ++version)] }));
            Assert.Equal(1, _hub.Holders);
        }

        Assert.InRange(_hub.Subscribes, 5, 7);
        Assert.Equal(1, _hub.Snapshots);
        Assert.Equal(600, _store.State.RatingsOf(new(1))[new(7)].Update.Version);
    }

    [Fact]
    public async Task A_lost_hub_is_found_by_its_silence_and_the_snapshot_is_read_again()
    {
        await StartAsync();
        _hub.Snapshot = new() { Ratings = [Told.Rating(7, 9, 710)] };
        _hub.Lose();
        Assert.Equal(0, _hub.Holders);

        await UntilAsync(() => _hub.Holders == 1 && _store.State.RatingsOf(new(1)).ContainsKey(new(7)), TimeSpan.FromSeconds(30), "subscribed to the new activation");
        Assert.Equal(2, _hub.Snapshots);

        await _hub.PublishAsync(new() { Ratings = [Told.Rating(7, 10, 720)] });
        Assert.Equal(720, _store.State.RatingsOf(new(1))[new(7)].Update.RatingHundredths);
    }

    [Fact]
    public async Task A_hub_that_does_not_answer_makes_the_page_stale_and_comes_back_by_itself()
    {
        await StartAsync();
        _hub.Outage = new TimeoutException("no answer, on purpose");
        await UntilAsync(() => _store.Connection.Status == LiveStatus.Reconnecting, TimeSpan.FromSeconds(20), "reconnecting");
        await UntilAsync(() => _store.Connection.Status == LiveStatus.Stale, TimeSpan.FromMinutes(1), "stale");
        Assert.Equal(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero), _store.Connection.LastContact);

        _hub.Outage = null;
        _hub.Snapshot = new() { Ratings = [Told.Rating(7, 3, 690)] };
        await UntilAsync(() => _store.Connection.Status == LiveStatus.Live, TimeSpan.FromSeconds(20), "live again");
        Assert.Equal(690, _store.State.RatingsOf(new(1))[new(7)].Update.RatingHundredths);
    }

    [Fact]
    public async Task A_hub_that_is_not_there_at_the_start_is_waited_for()
    {
        _hub.Outage = new TimeoutException("not there yet, on purpose");
        await _connector.StartedAsync(Token);
        await UntilAsync(() => _hub.Subscribes > 2, TimeSpan.FromMinutes(1), "several attempts");
        Assert.Equal(LiveStatus.Connecting, _store.Connection.Status);

        _hub.Outage = null;
        await UntilAsync(() => _store.Connection.Status == LiveStatus.Live, TimeSpan.FromMinutes(1), "live");
    }

    [Fact]
    public async Task The_observer_outlives_a_garbage_collection()
    {
        await StartAsync();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        await _hub.PublishAsync(new() { Ratings = [Told.Rating(7, 1)] });

        Assert.Single(_store.State.RatingsOf(new(1)));
    }

    [Fact]
    public async Task The_end_unsubscribes_and_deletes_the_reference()
    {
        await StartAsync();
        Assert.Equal((1, 1), (_hub.Holders, _hub.References));

        await _connector.StoppingAsync(Token);

        Assert.Equal((0, 0), (_hub.Holders, _hub.References));
    }

    public async ValueTask DisposeAsync()
    {
        _hub.Outage = null;
        await _connector.StoppingAsync(CancellationToken.None);
        _connector.Dispose();
    }

    private async Task StartAsync()
    {
        await _connector.StartedAsync(Token);
        await UntilAsync(() => _store.Connection.Status == LiveStatus.Live, TimeSpan.Zero, "live");
    }

    private async Task StepAsync(TimeSpan step, Func<Task> then)
    {
        _time.Advance(step);
        await Task.Yield();
        await then();
    }

    /// <summary>Advances time second by second up to a limit; real time only for continuations that run elsewhere.</summary>
    private async Task UntilAsync(Func<bool> condition, TimeSpan limit, string expected)
    {
        var end = _time.GetUtcNow() + limit;
        for (var attempt = 0; attempt < 3000 && !condition(); attempt++)
        {
            if (attempt % 5 == 4 && _time.GetUtcNow() < end)
                _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Token);
        }

        Assert.True(condition(), $"Expected {expected} within {limit}, saw {_store.Connection}, {_hub.Subscribes} subscribes, {_hub.Holders} holders.");
    }

    private sealed class NoBackfill : ILiveBackfill
    {
        public Task<LiveChanges> TryReadAsync(LiveState known, CancellationToken cancellationToken) => Task.FromResult(LiveChanges.None);
    }
}
