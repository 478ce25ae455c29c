using System.Net.Sockets;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using Riak.Errors;
using Riak.Nodes;
using Riak.Wire;

namespace Riak.Requests;

/// <summary>
/// Sends requests to nodes. The rule: as long as nothing was sent, another node may be tried; a read that failed on its way is repeated
/// elsewhere; a write never is.
/// </summary>
internal sealed partial class Dispatcher(IReadOnlyList<RiakNode> nodes, RiakClientOptions options, ILogger logger, TimeProvider time)
{
    private int _rotation;

    public async Task<T> SendAsync<T>(RiakRequest<T> request, CancellationToken cancellation)
    {
        Frame.ThrowIfTooLong(request.Message, options.MaxFrameBytes);
        cancellation.ThrowIfCancellationRequested();
        using var measured = RiakTelemetry.Start(request.Operation, time);
        using var deadline = new CancellationTokenSource(options.RequestTimeout, time);
        var plan = new NodePlan(nodes, Interlocked.Increment(ref _rotation));
        var failures = new List<Exception>();
        var sent = 0;
        while (sent < options.MaxReadAttempts && !deadline.IsCancellationRequested && plan.Next() is { } node)
        {
            var attempt = new Attempt<T>(request, node, options, time);
            try
            {
                var result = await attempt.RunAsync(deadline.Token, cancellation);
                node.Succeeded();
                measured.Outcome = "ok";
                return result;
            }
            catch (Exception e)
            {
                Note(attempt, node, e, cancellation);
                if (Final(request, attempt.Stage, node, e, cancellation) is { } final)
                {
                    measured.Outcome = final.GetType().Name;
                    // The same exception keeps its stack; another one gets its own here.
                    ExceptionDispatchInfo.Throw(final);
                }

                LogAttemptFailed(e, request.Operation, node.Endpoint, failures.Count + 1);
                failures.Add(e);
                if (attempt.Stage == AttemptStage.Sent)
                    sent++;
                else
                    plan.Exclude(node);
            }
        }

        measured.Outcome = nameof(RiakUnavailableException);
        throw RiakUnavailableException.After(request.Operation, failures);
    }

    private static void Note<T>(Attempt<T> attempt, RiakNode node, Exception failure, CancellationToken cancellation)
    {
        if (failure is RiakServerException)
            node.Succeeded();
        else if (attempt.Stage != AttemptStage.WaitingForPlace && !cancellation.IsCancellationRequested && failure is not ObjectDisposedException)
            node.Failed(failure, unreachable: attempt.Stage == AttemptStage.Connecting && !attempt.TimedOut);
    }

    /// <summary>What the caller gets to see; null if another attempt may follow.</summary>
    private Exception? Final<T>(RiakRequest<T> request, AttemptStage stage, RiakNode node, Exception failure, CancellationToken cancellation)
    {
        if (failure is RiakServerException server && (!request.IsWrite || ServerErrors.RefusedBeforeWriting(server)))
            return server;
        if (request.IsWrite && stage == AttemptStage.Sent)
        {
            LogOutcomeUnknown(failure, request.Operation, node.Endpoint);
            return new RiakOutcomeUnknownException(request.Operation, node.Endpoint.ToString(), failure);
        }

        if (failure is OperationCanceledException && cancellation.IsCancellationRequested)
            return new OperationCanceledException(failure.Message, failure, cancellation);
        return failure is SocketException or IOException or TimeoutException ? null : failure;
    }
}
