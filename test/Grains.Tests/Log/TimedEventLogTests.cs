using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ShellCorp.Events;
using ShellCorp.Grains.Log;

namespace ShellCorp.Grains.Tests.Log;

public sealed class TimedEventLogTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task A_log_that_never_answers_fails_after_the_time_out()
    {
        var append = new TimedEventLog(new SilentLog(), Options.Create(new EventLogOptions()), _clock)
            .AppendAsync(ImmutableArray<MatchUpdate>.Empty, CancellationToken.None);
        _clock.Advance(new EventLogOptions().AppendTimeout - TimeSpan.FromTicks(1));
        Assert.False(append.IsCompleted);
        _clock.Advance(TimeSpan.FromTicks(1));

        await Assert.ThrowsAsync<TimeoutException>(() => append);
    }

    [Fact]
    public async Task A_caller_that_cancels_sees_its_own_cancellation()
    {
        using var caller = new CancellationTokenSource();
        var append = new TimedEventLog(new SilentLog(), Options.Create(new EventLogOptions()), _clock)
            .AppendAsync(ImmutableArray<MatchUpdate>.Empty, caller.Token);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => append);
    }

    /// <summary>A log that acknowledges nothing until it is told to stop waiting.</summary>
    private sealed class SilentLog : IEventLog
    {
        public Task AppendAsync(ImmutableArray<PlayerUpdate> updates, CancellationToken cancellationToken) => SilenceAsync(cancellationToken);

        public Task AppendAsync(ImmutableArray<MatchUpdate> updates, CancellationToken cancellationToken) => SilenceAsync(cancellationToken);

        public Task AppendAsync(ImmutableArray<LiveRatingUpdate> updates, CancellationToken cancellationToken) => SilenceAsync(cancellationToken);

        public Task AppendAsync(ImmutableArray<PlayerAttention> events, CancellationToken cancellationToken) => SilenceAsync(cancellationToken);

        private static Task SilenceAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }
}
