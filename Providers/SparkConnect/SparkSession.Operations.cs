using Grpc.Core;
using SparkConnect.Wire;

namespace SparkConnect;

public sealed partial class SparkSession
{
    /// <summary>Asks the server to stop an operation. A command that is writing may still commit, seconds later.</summary>
    /// <returns>The ids of what was running and is told to stop.</returns>
    public Task<IReadOnlyList<Guid>> InterruptAsync(Guid operationId, CancellationToken cancellation = default) =>
        InterruptAsync(InterruptRequest(operationId.ToString()), cancellation);

    /// <summary>Asks the server to stop all operations of this session that were given a tag.</summary>
    /// <returns>The ids of what was running and is told to stop.</returns>
    public Task<IReadOnlyList<Guid>> InterruptTagAsync(string tag, CancellationToken cancellation = default) => InterruptAsync(
        new InterruptRequest { SessionId = _id, UserContext = _user, InterruptType = Wire.InterruptRequest.Types.InterruptType.Tag, OperationTag = tag }, cancellation);

    /// <summary>Asks the server to stop all operations of this session.</summary>
    /// <returns>The ids of what was running and is told to stop.</returns>
    public Task<IReadOnlyList<Guid>> InterruptAllAsync(CancellationToken cancellation = default) => InterruptAsync(
        new InterruptRequest { SessionId = _id, UserContext = _user, InterruptType = Wire.InterruptRequest.Types.InterruptType.All }, cancellation);

    /// <summary>Ends the session on the server: what runs is interrupted, views and settings are gone, and the id takes no more calls.</summary>
    /// <returns>False where the server doesn't know this call: Spark 3.5 drops sessions only by itself.</returns>
    public async Task<bool> CloseAsync(CancellationToken cancellation = default)
    {
        var request = new ReleaseSessionRequest { SessionId = _id, UserContext = _user };
        try
        {
            await _calls.AskAsync("release of the session", call => _calls.Stub.ReleaseSessionAsync(request, call), cancellation);
            return true;
        }
        catch (Errors.SparkUnavailableException e) when (e.InnerException is RpcException { StatusCode: StatusCode.Unimplemented })
        {
            return false;
        }
    }

    internal ReleaseExecuteRequest ReleaseRequest(string operationId, string? until = null)
    {
        var request = new ReleaseExecuteRequest { SessionId = _id, UserContext = _user, OperationId = operationId };
        if (until is null)
            request.ReleaseAll = new();
        else
            request.ReleaseUntil = new() { ResponseId = until };
        return request;
    }

    internal InterruptRequest InterruptRequest(string operationId) =>
        new() { SessionId = _id, UserContext = _user, InterruptType = Wire.InterruptRequest.Types.InterruptType.OperationId, OperationId = operationId };

    private ReattachExecuteRequest ReattachRequest(string operationId) => new() { SessionId = _id, UserContext = _user, OperationId = operationId };

    private async Task<IReadOnlyList<Guid>> InterruptAsync(InterruptRequest request, CancellationToken cancellation)
    {
        var response = await _calls.AskAsync("interrupt", call => _calls.Stub.InterruptAsync(request, call), cancellation);
        return [.. response.InterruptedIds.Select(Guid.Parse)];
    }
}
