using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;
using Orleans.Storage;
using Patroni.Partitions;
using ShellCorp.Silo.Tests.Storage;

namespace Patroni.Tests.Partitions;

/// <summary>Grains that write without pause, each what is one more than it last read, as an activation does: after a failure it reads first.</summary>
internal sealed class StateLoad : IAsyncDisposable
{
    private readonly Func<IGrainStorage> _storage;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<GrainId, int> _acknowledged = new();
    private readonly ConcurrentQueue<string> _failures = new();
    private readonly List<Task> _running;
    private int _writes;

    public StateLoad(Func<IGrainStorage> storage, int grains)
    {
        _storage = storage;
        _running = [.. Enumerable.Range(0, grains).Select(_ => States.NewGrain()).Select(grain => Task.Run(() => WorkAsync(grain)))];
    }

    public int Failures => _failures.Count;

    /// <summary>How many grains have their key in a partition.</summary>
    public int In(int partition) => _acknowledged.Keys.Count(grain => PartitionHash.Of(grain.Key.ToString()!, PartitionedSilo.Partitions) == partition);

    /// <summary>Waits until each grain has written some more.</summary>
    public async Task GoesOnAsync(string when)
    {
        var before = Volatile.Read(ref _writes);
        var written = Eventually.ReachAsync($"grains to write {when}", () => Volatile.Read(ref _writes), now => now >= before + (5 * _running.Count), () => string.Join('\n', _failures.TakeLast(3)));
        await await Task.WhenAny([written, .. _running]);
    }

    /// <summary>Ends it, and checks that each grain's state is what was acknowledged last, or a write after it whose answer was lost.</summary>
    public async Task AssertNothingLostAsync()
    {
        await _stop.CancelAsync();
        await Eventually.EndAsync("all writes to be answered", Task.WhenAll(_running));
        foreach (var (grain, acknowledged) in _acknowledged)
            Assert.Equal(acknowledged, Number(await _storage().ReadAsync(grain)));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running).WaitAsync(Eventually.Patience, TimeProvider.System).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static int Number(GrainState<Note> state) => state.RecordExists ? int.Parse(state.State!.Text, CultureInfo.InvariantCulture) : 0;

    private async Task WorkAsync(GrainId grain)
    {
        GrainState<Note>? state = null;
        while (!_stop.IsCancellationRequested || state is null)
        {
            try
            {
                state ??= Certain(grain, await _storage().ReadAsync(grain));
                var next = Number(state) + 1;
                state.State = new() { Text = next.ToString(CultureInfo.InvariantCulture) };
                var write = state;
                state = null;
                await _storage().WriteAsync(grain, write);
                (state, _acknowledged[grain]) = (write, next);
                Interlocked.Increment(ref _writes);
            }
            catch (Exception outage) when (outage is NpgsqlException or TimeoutException)
            {
                _failures.Enqueue(outage.Message);
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }
        }
    }

    /// <summary>Nothing acknowledged may be missing, and of what wasn't the last write alone may be there.</summary>
    private GrainState<Note> Certain(GrainId grain, GrainState<Note> read)
    {
        var acknowledged = _acknowledged.GetValueOrDefault(grain);
        Assert.InRange(Number(read), acknowledged, acknowledged + 1);
        _acknowledged[grain] = Number(read);
        return read;
    }
}
