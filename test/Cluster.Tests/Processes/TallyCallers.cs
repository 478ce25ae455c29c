using System.Collections.Concurrent;
using ShellCorp.Cluster.TestSilo.Tallies;

namespace ShellCorp.Cluster.Tests.Processes;

/// <summary>Clients of the old version that add to tallies without pause.</summary>
internal sealed class TallyCallers : IAsyncDisposable
{
    private const int AtOnce = 4;

    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<long, int> _answered = new();
    private readonly ConcurrentDictionary<int, int> _answeredByVersion = new();
    private readonly ConcurrentQueue<Exception> _failures = new();
    private readonly IGrainFactory _grains;
    private readonly long[] _keys;
    private readonly Task _running;

    private TallyCallers(IGrainFactory grains, IEnumerable<long> keys)
    {
        (_grains, _keys) = (grains, [.. keys]);
        _running = Task.WhenAll(Enumerable.Range(0, AtOnce).Select(RunAsync));
    }

    /// <summary>How many entries each grain has acknowledged.</summary>
    public IReadOnlyDictionary<long, int> Answered => _answered;

    public static TallyCallers Start(IGrainFactory grains, IEnumerable<long> keys) => new(grains, keys);

    /// <summary>How many answers each version has given since this was last asked.</summary>
    public IReadOnlyDictionary<int, int> TakeAnswersByVersion()
    {
        var now = _answeredByVersion.ToDictionary();
        _answeredByVersion.Clear();
        return now;
    }

    /// <summary>Stops calling; no call may have failed.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        Assert.True(_failures.IsEmpty, $"{_failures.Count} of {_failures.Count + _answered.Values.Sum()} calls failed, such as: {_failures.FirstOrDefault()}");
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        _stopping.Dispose();
    }

    private async Task RunAsync(int worker)
    {
        for (var i = worker; !_stopping.IsCancellationRequested; i += AtOnce)
        {
            var key = _keys[i % _keys.Length];
            try
            {
                var answer = await _grains.GetGrain<ITallyGrain>(key).AddAsync(new() { Amount = 1 });
                _answered.AddOrUpdate(key, 1, (_, count) => count + 1);
                _answeredByVersion.AddOrUpdate(answer.Version, 1, (_, count) => count + 1);
            }
            catch (Exception exception)
            {
                _failures.Enqueue(exception);
            }
        }
    }
}
