using Microsoft.Extensions.Time.Testing;
using ShellCorp.Grains.Tests.Clusters;
using ShellCorp.Live;

namespace ShellCorp.Grains.Tests.Live;

public sealed class LiveHubGrainTests : IAsyncLifetime
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private readonly FakeTimeProvider _clock = new();
    private readonly RecordingObserver _web = new();
    private GrainsCluster? _cluster;
    private ILiveObserver? _reference;

    private ILiveHubGrain Hub => _cluster!.Grains.GetGrain<ILiveHubGrain>(0);

    [Fact]
    public async Task Changes_within_an_interval_arrive_as_one_message()
    {
        await SubscribeAsync();
        await PublishAsync(1);
        await Eventually.HoldAsync("the first message to arrive at once", () => _web.Told.Count == 1);
        await PublishAsync(2);
        await PublishAsync(4);
        await PublishAsync(3);
        await ToldAsync(2);

        Assert.Equal([1, 4], _web.Told.Select(changes => Assert.Single(changes.Matches).Version));
    }

    [Fact]
    public async Task What_is_known_is_told_to_nobody_again()
    {
        await SubscribeAsync();
        await PublishAsync(2);
        await ToldAsync(1);
        await PublishAsync(2);
        await PublishAsync(1);
        await PublishAsync(3);
        await ToldAsync(2);

        Assert.Equal([2, 3], _web.Told.Select(changes => Assert.Single(changes.Matches).Version));
    }

    [Fact]
    public async Task A_lease_that_isn_t_renewed_ends()
    {
        await SubscribeAsync();
        _clock.Advance(LiveHub.Lease);
        await PublishAsync(1);
        await SubscribeAsync();
        await PublishAsync(2);
        await ToldAsync(1);

        Assert.Equal(2, Assert.Single(Assert.Single(_web.Told).Matches).Version);
    }

    [Fact]
    public async Task A_lease_that_is_renewed_goes_on_under_the_same_identity()
    {
        var first = await SubscribeAsync();
        foreach (var _ in Enumerable.Range(0, 5))
        {
            _clock.Advance(LiveHub.RenewEvery);
            Assert.Equal(first, await SubscribeAsync());
        }

        await PublishAsync(1);
        await ToldAsync(1);
    }

    [Fact]
    public async Task An_observer_that_fails_is_dropped_until_it_subscribes_again()
    {
        _web.Fails = true;
        await SubscribeAsync();
        var other = new RecordingObserver();
        await Hub.SubscribeAsync(_cluster!.ObserverOf(other), CancellationToken.None);
        await PublishAsync(1);
        await ToldAsync(1);
        _web.Fails = false;
        await PublishAsync(2);
        await ToldAsync(other, 2);
        Assert.Single(_web.Told);

        await SubscribeAsync();
        await PublishAsync(3);
        await ToldAsync(2);
    }

    [Fact]
    public async Task An_observer_that_was_dropped_learns_from_another_identity_to_read_the_snapshot()
    {
        _web.Fails = true;
        var first = await SubscribeAsync();
        await PublishAsync(1);
        await ToldAsync(1);

        var renewed = await Eventually.ReachAsync($"another identity than {first}", SubscribeAsync, identity => identity != first);

        Assert.Equal(1, Assert.Single((await Hub.GetSnapshotAsync(CancellationToken.None)).Matches).Version);
        Assert.Equal(renewed, await SubscribeAsync());
    }

    [Fact]
    public async Task A_lease_that_ran_out_is_followed_by_another_identity_and_publishers_hear_the_same()
    {
        var first = await SubscribeAsync();
        var hub = await PublishAsync(1);
        await ToldAsync(1);
        _clock.Advance(LiveHub.Lease);

        Assert.Equal(hub, await PublishAsync(2));
        Assert.NotEqual(first, await SubscribeAsync());
    }

    [Fact]
    public async Task Nobody_is_told_after_unsubscribing()
    {
        await SubscribeAsync();
        var other = new RecordingObserver();
        await Hub.SubscribeAsync(_cluster!.ObserverOf(other), CancellationToken.None);
        await Hub.UnsubscribeAsync(_reference!, CancellationToken.None);
        await PublishAsync(1);
        await ToldAsync(other, 1);

        Assert.Empty(_web.Told);
    }

    [Fact]
    public async Task The_snapshot_holds_the_newest_of_all()
    {
        await PublishAsync(1);
        await PublishAsync(3);
        await PublishAsync(2);

        Assert.Equal(3, Assert.Single((await Hub.GetSnapshotAsync(CancellationToken.None)).Matches).Version);
    }

    public async ValueTask InitializeAsync()
    {
        _cluster = await GrainsCluster.StartAsync(_clock, Interval);
        _reference = _cluster.ObserverOf(_web);
    }

    public ValueTask DisposeAsync() => _cluster!.DisposeAsync();

    private Task<Guid> SubscribeAsync() => Hub.SubscribeAsync(_reference!, CancellationToken.None);

    private Task<Guid> PublishAsync(int version) => Hub.PublishAsync(new() { Matches = [Summaries.Of(1, version)] }, CancellationToken.None);

    // The hub may look at the clock just before it moves and start to wait just after: so time goes on until the message is there.
    private Task ToldAsync(int messages) => ToldAsync(_web, messages);

    private Task ToldAsync(RecordingObserver web, int messages) => Eventually.HoldAsync(
        $"{messages} messages to arrive",
        () =>
        {
            if (web.Told.Count >= messages)
                return true;

            _clock.Advance(Interval);
            return false;
        });
}
