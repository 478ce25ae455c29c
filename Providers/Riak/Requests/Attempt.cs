using Riak.Errors;
using Riak.Nodes;
using Riak.Wire;

namespace Riak.Requests;

/// <summary>One request to one node.</summary>
internal sealed class Attempt<T>(RiakRequest<T> request, RiakNode node, RiakClientOptions options, TimeProvider time)
{
    public AttemptStage Stage { get; private set; }

    /// <summary>Whether the call's own time was over, of which the node need not be the cause.</summary>
    public bool TimedOut { get; private set; }

    /// <summary>Answers, or throws what happened; being too late is a <see cref="TimeoutException"/>, unlike the caller's cancellation.</summary>
    public async Task<T> RunAsync(CancellationToken deadline, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(request.IsWrite ? options.RequestTimeout : options.ReadAttemptTimeout, time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline, limit.Token);
        node.Begin();
        try
        {
            await node.Pool.TakePlaceAsync(any.Token);
            return await RunInPlaceAsync(any.Token);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            TimedOut = true;
            throw new TimeoutException(TooLate(), e);
        }
        finally
        {
            node.End();
        }
    }

    private async Task<T> RunInPlaceAsync(CancellationToken cancellation)
    {
        Stage = AttemptStage.Connecting;
        RiakConnection? connection = null;
        var reusable = false;
        try
        {
            connection = await node.Pool.ConnectAsync(cancellation);
            connection.Prepare(request.Code, request.Message);
            cancellation.ThrowIfCancellationRequested();
            Stage = AttemptStage.Sent;
            var result = Read(await connection.ExchangeAsync(cancellation));
            reusable = true;
            return result;
        }
        catch (RiakServerException e)
        {
            reusable = ServerErrors.KeepsConnection(e);
            throw;
        }
        finally
        {
            if (connection is null)
                node.Pool.GiveUpPlace();
            else
                node.Pool.Return(connection, reusable);
        }
    }

    private T Read(Frame answer)
    {
        if (answer.Code == request.Answer)
            return request.Read(answer);
        throw answer.Code == MessageCode.ErrorResponse
            ? ServerErrors.Read(Messages.Parse(RpbErrorResp.Parser, answer))
            : new RiakProtocolException($"{node.Endpoint} answered '{request.Operation}' with message {(byte)answer.Code}, not {(byte)request.Answer}.");
    }

    private string TooLate() => Stage switch
    {
        AttemptStage.WaitingForPlace =>
            $"all {options.MaxConnectionsPerNode} connections to {node.Endpoint} stayed in use ({nameof(RiakClientOptions.MaxConnectionsPerNode)})",
        AttemptStage.Connecting => $"{node.Endpoint} did not accept a connection in time",
        _ => $"{node.Endpoint} did not answer in time",
    };
}
