using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ShellCorp.Silo.Drain;

namespace ShellCorp.Cluster.Tests.Elasticity;

/// <summary>The order of a drain, and what happens when a step fails or takes for ever.</summary>
public sealed class DrainSequenceTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<DrainPhase> _taken = [];
    private readonly DrainOptions _options = new() { Timeout = TimeSpan.FromSeconds(60), GatewayNotice = TimeSpan.FromSeconds(10) };

    [Fact]
    public async Task Steps_are_taken_in_their_order_whatever_the_order_they_were_added_in()
    {
        var sequence = Sequence(Step(DrainPhase.ActivationsMoved), Step(DrainPhase.NotReady), Step(DrainPhase.PartitionsHandedOver), Step(DrainPhase.Cordoned));
        Assert.Equal(DrainPhase.Serving, sequence.Phase);

        await sequence.RunAsync(CancellationToken.None);

        Assert.Equal([DrainPhase.NotReady, DrainPhase.Cordoned, DrainPhase.PartitionsHandedOver, DrainPhase.ActivationsMoved], _taken);
        Assert.Equal(DrainPhase.Stopping, sequence.Phase);
    }

    [Fact]
    public async Task A_step_waits_for_the_one_before_it()
    {
        var acknowledged = new TaskCompletionSource();
        var sequence = Sequence(Step(DrainPhase.NotReady), Step(DrainPhase.Cordoned, _ => acknowledged.Task), Step(DrainPhase.PartitionsHandedOver));

        var drain = sequence.RunAsync(CancellationToken.None);
        Assert.Equal(DrainPhase.NotReady, sequence.Phase);
        Assert.DoesNotContain(DrainPhase.PartitionsHandedOver, _taken);
        acknowledged.SetResult();
        await drain;

        Assert.Contains(DrainPhase.PartitionsHandedOver, _taken);
    }

    [Fact]
    public async Task A_step_that_fails_does_not_hold_up_the_next()
    {
        var sequence = Sequence(Step(DrainPhase.Cordoned, _ => throw new InvalidOperationException("on purpose")), Step(DrainPhase.PartitionsHandedOver));

        await sequence.RunAsync(CancellationToken.None);

        Assert.Equal([DrainPhase.Cordoned, DrainPhase.PartitionsHandedOver], _taken);
    }

    [Fact]
    public async Task When_time_is_up_the_step_at_hand_is_cut_short_and_the_silo_stops()
    {
        var sequence = Sequence(
            Step(DrainPhase.PartitionsHandedOver, cancellationToken => Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken)), Step(DrainPhase.ActivationsMoved));

        var drain = sequence.RunAsync(CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(39));
        Assert.False(drain.IsCompleted, "The steps have 40 of the 60 seconds: 10 are the gateway's notice, and 10 are Orleans's own.");
        _time.Advance(TimeSpan.FromSeconds(1));
        await drain;

        Assert.Equal([DrainPhase.PartitionsHandedOver], _taken);
        Assert.Equal(DrainPhase.Stopping, sequence.Phase);
    }

    private DrainSequence Sequence(params IDrainStep[] steps) => new(steps, _options, _time, NullLogger<DrainSequence>.Instance);

    private ScriptedStep Step(DrainPhase phase, Func<CancellationToken, Task>? act = null) => new(phase, cancellationToken =>
    {
        _taken.Add(phase);
        return act?.Invoke(cancellationToken) ?? Task.CompletedTask;
    });
}
