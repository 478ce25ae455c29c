using System.Runtime.CompilerServices;
using Grpc.Core;
using SparkConnect.Errors;
using SparkConnect.Wire;

namespace SparkConnect.Operations;

/// <summary>
/// The responses of one operation, whatever happens to the connection: a stream that breaks, or ends before the operation does, is taken up again after the last
/// response seen. Read once.
/// </summary>
/// <param name="calls">The client's calls.</param>
/// <param name="request">What is run; null to collect an operation that the server holds.</param>
/// <param name="reattach">How the operation is named when its stream is taken up again.</param>
/// <param name="isRepeatable">Whether it may run twice.</param>
internal sealed class ResponseStream(SparkCalls calls, ExecutePlanRequest? request, ReattachExecuteRequest reattach, bool isRepeatable) : IDisposable
{
    private readonly bool _isReattachable = request is null || request.RequestOptions.Any(option => option.ReattachOptions?.Reattachable == true);
    private AsyncServerStreamingCall<ExecutePlanResponse>? _call;
    private bool _mayHaveArrived = request is null;
    private bool _broughtAny;
    private int _sent;
    private int _failures;

    /// <summary>The operation's id; empty as long as the server is to make one and hasn't answered.</summary>
    public string OperationId => reattach.OperationId;

    /// <summary>Whether the server may be running it, or have run it.</summary>
    public bool MayHaveArrived => _mayHaveArrived || _sent > 0;

    public string? LastResponseId => reattach.HasLastResponseId ? reattach.LastResponseId : null;

    /// <summary>Whether its end was seen: everything came, or Spark's own error.</summary>
    public bool HasEnded { get; private set; }

    public async IAsyncEnumerable<ExecutePlanResponse> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await NextAsync(cancellation) is { } response)
            yield return response;
    }

    public void Dispose() => Close();

    private async Task<ExecutePlanResponse?> NextAsync(CancellationToken cancellation)
    {
        while (!HasEnded)
        {
            cancellation.ThrowIfCancellationRequested();
            _call ??= Open(cancellation);
            try
            {
                if (await _call.ResponseStream.MoveNext(cancellation))
                    return Take(_call.ResponseStream.Current);
                await EndOfStreamAsync(cancellation);
            }
            catch (RpcException e) when (!cancellation.IsCancellationRequested)
            {
                Close();
                await TakeUpAgainAsync(e, cancellation);
            }
            catch (RpcException e)
            {
                throw new OperationCanceledException("The statement was cancelled.", e, cancellation);
            }
        }

        return null;
    }

    private AsyncServerStreamingCall<ExecutePlanResponse> Open(CancellationToken cancellation)
    {
        var options = calls.With(OperationId is { Length: > 0 } id ? id : null, cancellation);
        _broughtAny = false;
        if (_mayHaveArrived)
            return calls.Stub.ReattachExecute(reattach, options);
        _sent++;
        return calls.Stub.ExecutePlan(request, options);
    }

    private void Close()
    {
        _call?.Dispose();
        _call = null;
    }

    private ExecutePlanResponse Take(ExecutePlanResponse response)
    {
        (_failures, _broughtAny, _mayHaveArrived) = (0, true, true);
        if (response.ResponseId.Length > 0)
            reattach.LastResponseId = response.ResponseId;
        if (OperationId.Length == 0)
            reattach.OperationId = response.OperationId;
        HasEnded = response.ResponseTypeCase == ExecutePlanResponse.ResponseTypeOneofCase.ResultComplete;
        return response;
    }

    private async Task EndOfStreamAsync(CancellationToken cancellation)
    {
        Close();
        HasEnded = !_isReattachable;
        if (HasEnded)
            return;
        _mayHaveArrived = true;
        calls.LogTakenUp(OperationId, "reattaching", _failures);
        if (!_broughtAny)
            await calls.PauseAsync(1, cancellation);
    }

    private async Task TakeUpAgainAsync(RpcException e, CancellationToken cancellation)
    {
        if (ServerError.TryRead(e) is { } error)
            Judge(error, e);
        else
            JudgeTransport(e);
        _failures++;
        calls.LogTakenUp(OperationId, _mayHaveArrived ? "reattaching" : "sending it again", _failures);
        await calls.PauseAsync(_failures, cancellation);
    }

    // Returns where another try is in order.
    private void Judge(ServerError error, RpcException e)
    {
        if (CanGoOn(error) && _failures + 1 < calls.MaxAttempts)
        {
            _mayHaveArrived = error.ErrorClass != ErrorClasses.OperationNotFound;
            return;
        }

        if (!_mayHaveArrived && _sent == 1 && error.IsAboutHandle)
            Refused();
        HasEnded |= !error.LeavesEndOpen;
        throw error.ToException(e);
    }

    private bool CanGoOn(ServerError error) => error.ErrorClass switch
    {
        // It never arrived, or the server was restarted since.
        ErrorClasses.OperationNotFound => isRepeatable && request is not null && _mayHaveArrived && LastResponseId is null,
        // What was believed lost had arrived.
        ErrorClasses.OperationAlreadyExists => _sent > 1 && !_mayHaveArrived,
        // A stream of ours that was believed broken took it over.
        ErrorClasses.StreamTakenOver => _isReattachable,
        _ => false,
    };

    // It never became an operation of ours: there is nothing to wait for, and nothing to release.
    private void Refused() => (HasEnded, _sent) = (true, 0);

    private void JudgeTransport(RpcException e)
    {
        if (SparkCalls.WasNeverSent(e))
        {
            _sent -= _mayHaveArrived ? 0 : 1;
        }
        else if (SparkCalls.IsRefusal(e))
        {
            if (!_mayHaveArrived && _sent == 1)
                Refused();
            SparkCalls.ThrowIfAnswered(e);
        }
        else
        {
            _mayHaveArrived = true;
        }

        if ((_mayHaveArrived && !_isReattachable) || _failures + 1 >= calls.MaxAttempts)
            throw new SparkUnavailableException($"The stream of the statement broke, and {_failures + 1} attempts brought nothing more: {e.Status.Detail}", e);
    }
}
