using Grpc.Core;
using SparkConnect.Wire;

namespace SparkConnect.TestServer.Protocol;

/// <summary>One statement that runs, or has: its responses, kept until they are released, and its end.</summary>
internal sealed class Operation(string session, Guid id, bool isReattachable)
{
    private readonly Lock _lock = new();
    private readonly List<ExecutePlanResponse> _responses = [];
    private readonly CancellationTokenSource _interrupted = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource _stream = new();
    private RpcException? _error;
    private bool _ended;
    private int _released;

    public CancellationToken Interrupted => _interrupted.Token;

    public bool IsReattachable => isReattachable;

    /// <summary>Runs what makes the responses, whoever listens.</summary>
    public async Task RunAsync(Func<Operation, Task> run)
    {
        try
        {
            await run(this);
            if (isReattachable)
                Add(new() { ResultComplete = new() });
            End(null);
        }
        catch (RpcException error)
        {
            End(error);
        }
        catch (OperationCanceledException)
        {
            End(SparkError.Cancelled());
        }
    }

    public void Add(ExecutePlanResponse response)
    {
        (response.SessionId, response.OperationId, response.ResponseId) = (session, $"{id}", $"{Guid.NewGuid()}");
        Change(() => _responses.Add(response));
    }

    /// <returns>False where it had ended.</returns>
    public bool Interrupt()
    {
        if (_ended)
            return false;
        End(SparkError.Cancelled());
        _interrupted.Cancel();
        return true;
    }

    /// <summary>Becomes the only stream of this operation; the one before is told so.</summary>
    public CancellationToken TakeOver()
    {
        lock (_lock)
        {
            _stream.Cancel();
            _stream = new();
            return _stream.Token;
        }
    }

    /// <summary>The place after a response; the beginning where none is named.</summary>
    public int PlaceAfter(string? response)
    {
        lock (_lock)
        {
            var place = response is null ? 0 : _responses.FindIndex(candidate => candidate.ResponseId == response) + 1;
            if (response is not null && place == 0)
                throw SparkError.Cursor("POSITION_NOT_FOUND", $"The cursor position id {response} is not found.");
            if (place < _released)
                throw SparkError.Cursor("POSITION_NOT_AVAILABLE", $"The cursor position id {_responses[place].ResponseId} is no longer available at index {place + 1}.");
            return place;
        }
    }

    public void ReleaseUntil(string response) => _released = PlaceAfter(response);

    /// <summary>Waits for the response at a place.</summary>
    /// <returns>Null: there is none, the operation has ended.</returns>
    public async Task<ExecutePlanResponse?> GetAsync(int place, CancellationToken stream, CancellationToken cancellation)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (stream.IsCancellationRequested)
                    throw SparkError.Cursor("DISCONNECTED", "The cursor has been disconnected by the server.");
                if (place < _responses.Count)
                    return _responses[place];
                if (_ended)
                    return _error is null ? null : throw _error;
                changed = _changed.Task;
            }

            using var either = CancellationTokenSource.CreateLinkedTokenSource(stream, cancellation);
            await Task.WhenAny(changed, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, either.Token));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    // The first end counts: a task that goes on after an interrupt tells nobody how it ended.
    private void End(RpcException? error) => Change(() =>
    {
        if (!_ended)
            (_ended, _error) = (true, error);
    });

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            if (!_ended)
                change();
            changed = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.TrySetResult();
    }
}
