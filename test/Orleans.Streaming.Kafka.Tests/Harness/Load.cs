namespace Orleans.Streaming.Kafka.Tests;

/// <summary>Writes records of many keys without a pause until it is stopped.</summary>
internal sealed class Load : IAsyncDisposable
{
    private const int MaxAhead = 4000;

    private readonly CancellationTokenSource _stop = new();
    private readonly KafkaScene _scene;
    private readonly int _keys;
    private readonly Task _writing;
    private int _written;

    private Load(KafkaScene scene, int keys)
    {
        _scene = scene;
        _keys = keys;
        _writing = Task.Run(WriteAsync);
    }

    internal int Written => Volatile.Read(ref _written);

    internal static Load Start(KafkaScene scene, int keys) => new(scene, keys);

    /// <summary>Waits until consumers have taken so many.</summary>
    internal async Task ReachAsync(int count) => await _scene.TakenAsync(count);

    /// <summary>Stops; returns how many were written in all.</summary>
    internal async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        await _writing;
        return Written;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task WriteAsync()
    {
        for (var round = 0; !_stop.IsCancellationRequested; round++)
        {
            // A little ahead of the consumers: records always wait, and a test's end needn't.
            await Eventually.ReachAsync("consumers to follow", () => Written - _scene.Journal.Count, ahead => ahead < MaxAhead || _stop.IsCancellationRequested);
            await Task.WhenAll(Enumerable.Range(0, _keys).Select(key => _scene.WriteAsync($"k{key}", [$"{round}"])));
            Volatile.Write(ref _written, Written + _keys);
        }
    }
}
