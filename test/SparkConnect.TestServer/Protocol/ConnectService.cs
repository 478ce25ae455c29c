using Grpc.Core;
using SparkConnect.TestServer.Faults;
using SparkConnect.TestServer.Statements;
using SparkConnect.Wire;

namespace SparkConnect.TestServer.Protocol;

/// <summary>The calls. Those of later releases and of other clients stay unimplemented.</summary>
internal sealed class ConnectService(Server server) : SparkConnectService.SparkConnectServiceBase
{
    public override async Task ExecutePlan(ExecutePlanRequest request, IServerStreamWriter<ExecutePlanResponse> responseStream, ServerCallContext context)
    {
        var sql = request.Plan?.Command?.SqlCommand?.Sql ?? request.Plan?.Root?.Sql?.Query ?? "";
        if (server.Faults.Take(FaultKind.LoseRequest, sql) is not null)
        {
            context.GetHttpContext().Abort();
            return;
        }

        var session = server.Session(request.UserContext.UserId, request.SessionId);
        var id = request.HasOperationId ? OperationTable.Parse(request.OperationId) : Guid.NewGuid();
        var operation = server.Operations.Add(id, new Operation(request.SessionId, id, request.RequestOptions.Any(option => option.ReattachOptions?.Reattachable == true)));
        server.Statements.Enqueue(sql);
        var running = operation.RunAsync(run => StatementRunner.RunAsync(session, request.Plan, run, server.Faults));
        await StreamAsync(operation, 0, sql, responseStream, context);
        if (!operation.IsReattachable)
        {
            await running;
            server.Operations.Remove(id);
        }
    }

    public override Task ReattachExecute(ReattachExecuteRequest request, IServerStreamWriter<ExecutePlanResponse> responseStream, ServerCallContext context)
    {
        var operation = server.Operations.Get(request.OperationId);
        return StreamAsync(operation, operation.PlaceAfter(request.HasLastResponseId ? request.LastResponseId : null), null, responseStream, context);
    }

    public override Task<ReleaseExecuteResponse> ReleaseExecute(ReleaseExecuteRequest request, ServerCallContext context)
    {
        var response = new ReleaseExecuteResponse { SessionId = request.SessionId };
        var id = OperationTable.Parse(request.OperationId);
        if (server.Operations.Find(id) is { } operation)
        {
            response.OperationId = request.OperationId;
            if (request.ReleaseUntil is { } until)
                operation.ReleaseUntil(until.ResponseId);
            else
                server.Operations.Remove(id);
        }

        return Task.FromResult(response);
    }

    public override Task<InterruptResponse> Interrupt(InterruptRequest request, ServerCallContext context)
    {
        var response = new InterruptResponse { SessionId = request.SessionId };
        if (request.InterruptType == InterruptRequest.Types.InterruptType.All)
            response.InterruptedIds.AddRange(server.Operations.InterruptAll().Select(id => $"{id}"));
        else if (server.Operations.Find(OperationTable.Parse(request.OperationId)) is { } operation && operation.Interrupt())
            response.InterruptedIds.Add(request.OperationId);
        return Task.FromResult(response);
    }

    public override Task<ConfigResponse> Config(ConfigRequest request, ServerCallContext context) =>
        Task.FromResult(server.Session(request.UserContext.UserId, request.SessionId).Settings.Answer(request));

    public override Task<AnalyzePlanResponse> AnalyzePlan(AnalyzePlanRequest request, ServerCallContext context) => request.SparkVersion is null
        ? throw new RpcException(new(StatusCode.Unimplemented, "The test server analyses nothing."))
        : Task.FromResult(new AnalyzePlanResponse { SessionId = request.SessionId, SparkVersion = new() { Version = "3.5.2" } });

    private async Task StreamAsync(Operation operation, int place, string? sql, IServerStreamWriter<ExecutePlanResponse> responses, ServerCallContext context)
    {
        var stream = operation.TakeOver();
        if (sql is not null && server.Faults.Take(FaultKind.EndStream, sql) is not null)
            return;
        var limit = sql is null ? null : server.Faults.Take(FaultKind.BreakStream, sql)?.After;
        for (var sent = 0; sent != limit && await operation.GetAsync(place, stream, context.CancellationToken) is { } response; sent++, place++)
            await responses.WriteAsync(response, context.CancellationToken);
        if (limit is not null)
            context.GetHttpContext().Abort();
    }
}
