using System.Collections.Concurrent;
using ShellCorp.Cluster.TestSilo.Calls;

namespace ShellCorp.Cluster.Tests.Processes;

/// <summary>Clients that call without pause: most calls are short, and some take five seconds. Each call has an id of its own.</summary>
internal sealed class Callers : IAsyncDisposable
{
    private const int Grains = 100;
    private const int Short = 4;
    private const int Long = 4;
    private static readonly TimeSpan ShortCall = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan LongCall = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Guid, string> _answers = new();
    private readonly ConcurrentDictionary<Guid, Exception> _failures = new();
    private readonly ConcurrentDictionary<string, int> _answersBySilo = new(StringComparer.Ordinal);
    private readonly IGrainFactory _grains;
    private readonly Task _running;

    private Callers(IGrainFactory grains)
    {
        _grains = grains;
        _running = Task.WhenAll(Enumerable.Range(0, Short + Long).Select(worker => RunAsync(worker)));
    }

    /// <summary>Calls that were answered, and by which silo.</summary>
    public IReadOnlyDictionary<Guid, string> Answers => _answers;

    public IReadOnlyDictionary<Guid, Exception> Failures => _failures;

    /// <summary>How many answers each silo has given since this was last asked.</summary>
    public IReadOnlyDictionary<string, int> TakeAnswersBySilo()
    {
        var now = _answersBySilo.ToDictionary(StringComparer.Ordinal);
        _answersBySilo.Clear();
        return now;
    }

    public static Callers Start(IGrainFactory grains) => new(grains);

    /// <summary>Stops calling, and waits for the calls under way.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _running;
    }

    /// <summary>No call failed, and every call ran once.</summary>
    public void MustHaveRunOnce(string folder)
    {
        Assert.True(_failures.IsEmpty, $"{_failures.Count} of {_failures.Count + _answers.Count} calls failed, such as: {_failures.Values.FirstOrDefault()}");
        var runs = CallLog.ReadAll(folder).CountBy(call => call).ToDictionary();
        var twice = runs.Where(run => run.Value != 1).ToList();
        Assert.True(twice.Count == 0, $"{twice.Count} of {_answers.Count} calls ran more than once");
        Assert.Equal(_answers.Keys.Order(), runs.Keys.Order());
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stopping.Dispose();
    }

    private async Task RunAsync(int worker)
    {
        var random = new Random(worker);
        while (!_stopping.IsCancellationRequested)
        {
            var call = Guid.NewGuid();
            try
            {
                var silo = await _grains.GetGrain<ICallGrain>(random.Next(Grains)).CallAsync(call, worker < Short ? ShortCall : LongCall);
                _answers[call] = silo;
                _answersBySilo.AddOrUpdate(silo, 1, (_, count) => count + 1);
            }
            catch (Exception exception)
            {
                _failures[call] = exception;
            }
        }
    }
}
