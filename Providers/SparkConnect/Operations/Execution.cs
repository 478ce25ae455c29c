using System.Runtime.CompilerServices;
using SparkConnect.Errors;
using SparkConnect.Statements;
using SparkConnect.Wire;

namespace SparkConnect.Operations;

/// <summary>One statement from its start to its end: what becomes of the operation when it ends, fails, is given up or takes too long.</summary>
/// <param name="session">Whose statement it is.</param>
/// <param name="calls">The client's calls.</param>
/// <param name="stream">Its responses.</param>
/// <param name="isCommand">Whether it may have an effect.</param>
/// <param name="options">How it is run.</param>
internal sealed class Execution(SparkSession session, SparkCalls calls, ResponseStream stream, bool isCommand, SparkRunOptions options)
{
    // Of each so many responses of a query the server learns that they came, so that it needn't keep them.
    private const int AcknowledgedTogether = 16;

    private bool _wasGivenUp;

    public async IAsyncEnumerable<ExecutePlanResponse> RunAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var limit = options.Timeout is { } timeout ? new CancellationTokenSource(timeout, calls.Time) : new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        await using var responses = stream.ReadAsync(either.Token).GetAsyncEnumerator(CancellationToken.None);
        try
        {
            for (var count = 1; await AdvanceAsync(responses, limit.Token); count++)
            {
                yield return responses.Current;
                if (!isCommand && options.IsReattachable && count % AcknowledgedTogether == 0 && !stream.HasEnded)
                    await AcknowledgeAsync();
            }
        }
        finally
        {
            stream.Dispose();
            await FinishAsync();
        }
    }

    private async Task<bool> AdvanceAsync(IAsyncEnumerator<ExecutePlanResponse> responses, CancellationToken limit)
    {
        try
        {
            return await responses.MoveNextAsync();
        }
        catch (OperationCanceledException e)
        {
            _wasGivenUp = true;
            var reason = limit.IsCancellationRequested ? new TimeoutException($"The statement didn't end within {options.Timeout}.", e) : (Exception)e;
            if (isCommand && stream.MayHaveArrived)
                throw Unknown(reason);
            if (reason is TimeoutException)
                throw new SparkUnavailableException(reason.Message, reason);
            throw;
        }
        catch (SparkException e) when (isCommand && stream.MayHaveArrived && !stream.HasEnded)
        {
            throw Unknown(e);
        }
    }

    private SparkOutcomeUnknownException Unknown(Exception inner) => new(stream.OperationId is { Length: > 0 } id ? id : null, inner);

    // A release interrupts what still runs, so a command whose end wasn't seen is never released here: whoever needs its end can collect it.
    private async Task FinishAsync()
    {
        if (stream.OperationId.Length == 0 || !stream.MayHaveArrived)
            return;
        if (options.IsReattachable && !options.KeepsOperation && (stream.HasEnded || !isCommand))
            await calls.TryAsync("release of an operation", stream.OperationId, call => calls.Stub.ReleaseExecuteAsync(session.ReleaseRequest(stream.OperationId), call));
        else if (!stream.HasEnded && (_wasGivenUp || !isCommand))
            await calls.TryAsync("interrupt of an operation", stream.OperationId, call => calls.Stub.InterruptAsync(session.InterruptRequest(stream.OperationId), call));
    }

    private Task AcknowledgeAsync()
    {
        var request = session.ReleaseRequest(stream.OperationId, stream.LastResponseId);
        return calls.TryAsync("release of responses", stream.OperationId, call => calls.Stub.ReleaseExecuteAsync(request, call));
    }
}
