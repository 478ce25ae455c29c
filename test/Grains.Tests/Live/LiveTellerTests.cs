using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ShellCorp.Grains.Live;
using ShellCorp.Grains.Tests.Clusters;
using ShellCorp.Live;

namespace ShellCorp.Grains.Tests.Live;

public sealed class LiveTellerTests
{
    private static readonly LiveOptions Options = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly HubInMemory _hub = new();
    private readonly LiveSourceInMemory _source = new() { All = Changes(100), Heartbeat = null };

    [Fact]
    public Task A_hub_never_told_before_is_told_everything() => RunAsync(async teller =>
    {
        teller.Tell(Changes(1));
        await HeardAsync(2);

        Assert.Equal([1, 100], _hub.Versions);
    });

    [Fact]
    public Task Changes_within_an_interval_are_told_together() => RunAsync(async teller =>
    {
        teller.Tell(Changes(1));
        await HeardAsync(2);
        teller.Tell(Changes(2));
        teller.Tell(Changes(3));
        _clock.Advance(Options.Interval);
        await HeardAsync(3);

        Assert.Equal([1, 100, 3], _hub.Versions);
    });

    [Fact]
    public Task What_the_hub_didn_t_take_is_told_again() => RunAsync(async teller =>
    {
        teller.Tell(Changes(1));
        await HeardAsync(2);
        _hub.Failures = 2;
        _clock.Advance(Options.Interval);
        teller.Tell(Changes(2));
        await AdvanceUntilAsync(() => _hub.Versions.Count == 3, "the change to be told");

        Assert.Equal([1, 100, 2], _hub.Versions);
        Assert.Equal(0, _hub.Failures);
    });

    [Fact]
    public Task A_hub_activated_anew_is_told_everything() => RunAsync(async teller =>
    {
        teller.Tell(Changes(1));
        await HeardAsync(2);
        _hub.Identity = Guid.NewGuid();
        _clock.Advance(Options.Interval);
        teller.Tell(Changes(2));
        await HeardAsync(4);

        Assert.Equal([1, 100, 2, 100], _hub.Versions);
    });

    [Fact]
    public Task What_is_live_repeats_itself() => RunAsync(async teller =>
    {
        _source.Heartbeat = Changes(7);
        teller.Tell(Changes(1));
        await HeardAsync(2);
        await AdvanceUntilAsync(() => _hub.Versions.Count == 4, "two heartbeats");

        Assert.Equal([1, 100, 7, 7], _hub.Versions);
    });

    [Fact]
    public Task What_is_left_is_told_when_the_grain_stops() => RunAsync(async teller =>
    {
        teller.Tell(Changes(1));
        await HeardAsync(2);
        teller.Tell(Changes(2));
        await teller.StopAsync(CancellationToken.None);
        teller.Tell(Changes(3));

        Assert.Equal([1, 100, 2], _hub.Versions);
    });

    [Fact]
    public Task What_was_being_told_when_the_grain_stops_is_told_again() => RunAsync(async teller =>
    {
        teller.Tell(Changes(1));
        await HeardAsync(2);
        _hub.Hangs = true;
        _clock.Advance(Options.Interval);
        teller.Tell(Changes(2));
        await Eventually.HoldAsync("the change to be under way", () => !_hub.Hangs);
        await teller.StopAsync(CancellationToken.None);

        Assert.Equal([1, 100, 2], _hub.Versions);
    });

    private static LiveChanges Changes(int version) => new() { Matches = [Summaries.Of(1, version)] };

    private Task RunAsync(Func<LiveTeller, Task> test) => Turns.RunAsync(async () =>
    {
        using var teller = new LiveTeller(_hub, _source, Options, _clock, NullLogger.Instance);
        await test(teller);
        await teller.StopAsync(CancellationToken.None);
    });

    private Task HeardAsync(int messages) => Eventually.HoldAsync($"the hub to hear {messages} messages", () => _hub.Versions.Count >= messages);

    private Task<bool> AdvanceUntilAsync(Func<bool> holds, string expected) => Eventually.ReachAsync(
        expected,
        () =>
        {
            _clock.Advance(Options.Interval);
            return Task.FromResult(holds());
        },
        held => held);
}
