using Grpc.Core;
using Grpc.Net.Client;
using SparkConnect.Errors;
using SparkConnect.Operations;
using SparkConnect.Wire;

namespace SparkConnect.Tests.Recorded;

/// <summary>Recorded calls that no caller of the client can make by itself: the requests are built one level below.</summary>
public sealed class WireExchangeTests
{
    private const string Session = "0a0a0a0a-0000-4000-8000-000000000001";
    private const string Reattached = "11111111-2222-3333-4444-000000000048";
    private static readonly UserContext User = new() { UserId = "golden" };

    [Fact]
    public async Task SessionIdThatIsNoUuid_FailsWithoutAWord()
    {
        var request = Requests.Execute("abc", User, "", Requests.Query(new("select 1") { PlanId = 0 }), new() { IsReattachable = false });
        request.ClearClientType();
        var error = await FailAsync("error.session_id_not_uuid", stub => stub.ExecutePlan(request));
        Assert.Equal(StatusCode.Unknown, error.StatusCode);
        Assert.Null(ServerError.TryRead(error));
    }

    [Fact]
    public async Task OperationIdThatIsNoUuid_IsRefused()
    {
        var request = Requests.Execute(Session, User, "golden-client", Requests.Query(new("select 1") { PlanId = 0 }), new() { IsReattachable = false });
        request.OperationId = "abc";
        var error = await FailAsync("error.operation_id_not_uuid", stub => stub.ExecutePlan(request));
        Assert.Equal("INVALID_HANDLE.FORMAT", ServerError.TryRead(error)?.ErrorClass);
    }

    [Fact]
    public async Task PlanWithoutOperation_IsRefused()
    {
        var request = Requests.Execute(
            Session, User, "golden-client", new Plan(), new() { IsReattachable = false, OperationId = new("11111111-2222-3333-4444-000000000046") });
        var error = await FailAsync("error.empty_plan", stub => stub.ExecutePlan(request));
        Assert.Equal((null, "OPTYPE_NOT_SET not supported."), (ServerError.TryRead(error)?.ErrorClass, ServerError.TryRead(error)?.Message));
    }

    [Fact]
    public async Task ResponseThatNeverWas_CantBeGoneOnFrom()
    {
        var request = new ReattachExecuteRequest { SessionId = Session, UserContext = User, OperationId = Reattached, LastResponseId = Guid.Empty.ToString() };
        var error = await FailAsync("reattachable.reattach_unknown_response", stub => stub.ReattachExecute(request));
        Assert.Equal("INVALID_CURSOR.POSITION_NOT_FOUND", ServerError.TryRead(error)?.ErrorClass);
    }

    [Fact]
    public async Task ReleaseUntil_IsBuiltAsRecorded()
    {
        var server = new RecordedServer("reattachable.release_until");
        using var client = server.Connect();
        var session = client.OpenSession(new(Session));
        using var channel = Channel(server);
        var until = ReleaseExecuteRequest.Parser.ParseFrom(Recording.Exchanges["reattachable.release_until"].Request).ReleaseUntil.ResponseId;

        var response = await new SparkConnectService.SparkConnectServiceClient(channel).ReleaseExecuteAsync(session.ReleaseRequest(Reattached, until));
        Assert.Equal(Reattached, response.OperationId);
        server.AssertAllCame();
    }

    private static GrpcChannel Channel(RecordedServer server) => GrpcChannel.ForAddress("http://spark.test:15002", new() { HttpHandler = server });

    private static async Task<RpcException> FailAsync(
        string name, Func<SparkConnectService.SparkConnectServiceClient, AsyncServerStreamingCall<ExecutePlanResponse>> call)
    {
        var server = new RecordedServer(name);
        using var channel = Channel(server);
        using var stream = call(new(channel));
        var error = await Assert.ThrowsAsync<RpcException>(() => stream.ResponseStream.MoveNext(CancellationToken.None));
        server.AssertAllCame();
        return error;
    }
}
