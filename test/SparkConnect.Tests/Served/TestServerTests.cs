using Grpc.Core;
using Grpc.Net.Client;
using Npgsql;
using SparkConnect.Errors;
using SparkConnect.Operations;
using SparkConnect.Tests.Recorded;
using SparkConnect.TestServer;
using SparkConnect.Wire;

namespace SparkConnect.Tests.Served;

/// <summary>The test server answers as the recorded one did: the same kinds of responses, the same rows, the same errors, the same rows in the database.</summary>
public sealed class TestServerTests(Database database) : IAsyncLifetime
{
    private SparkTestServer _server = null!;
    private GrpcChannel _channel = null!;
    private NpgsqlConnection _database = null!;

    private SparkConnectService.SparkConnectServiceClient Stub => new(_channel);

    public async ValueTask InitializeAsync()
    {
        _server = await SparkTestServer.StartAsync();
        _channel = GrpcChannel.ForAddress($"http://localhost:{_server.Port}");
        _database = await database.CreateAsync();
        await PlayAsync("ddl.create_view_parquet", "ddl.create_view_jdbc", "ddl.create_view_jdbc.plain");
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _server.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Views_AndInserts_AreAsRecorded()
    {
        await PlayAsync("command.describe", "insert.jdbc");
        Assert.Equal((8L, 8L, 35m), await ReadAsync("SELECT count(*), count(DISTINCT id), sum(amount) FROM staging"));
        Assert.Equal((new DateTime(2024, 1, 8, 0, 0, 0, DateTimeKind.Utc), 20L, "x"), await ReadAsync("SELECT max(at), 20::bigint, 'x' FROM staging"));
        await PlayAsync("insert.jdbc.duplicate_key", "insert.jdbc.not_castable", "ddl.create_view_jdbc.missing_table");
        Assert.Equal((8L, 0L, 0L), await ReadAsync("SELECT count(*), 0::bigint, 0::bigint FROM staging"));
    }

    [Fact]
    public async Task TextThatIsTooLong_AndColumnsThatAreTooFew_AreRefusedByTheirClasses()
    {
        var tooLong = await FailAsync("INSERT INTO staging SELECT id, 'a text longer than twenty', amount, at FROM events");
        Assert.Equal(Recording.Exchanges["insert.jdbc.too_long"].Message, tooLong.Message);
        Assert.Equal("INSERT_COLUMN_ARITY_MISMATCH.NOT_ENOUGH_DATA_COLUMNS", (await FailAsync("INSERT INTO staging SELECT id FROM events")).ErrorClass);
        Assert.Equal((0L, 0L, 0L), await ReadAsync("SELECT count(*), 0::bigint, 0::bigint FROM staging"));
    }

    [Fact]
    public async Task HeldOperation_IsReplayed_ReleasedAndRefused_AsRecorded()
    {
        await PlayAsync("insert.jdbc");
        var first = await PlayAsync("reattachable.insert");
        Assert.Equal(first, await PlayAsync("reattachable.insert.reattach"));
        Assert.Equal((16L, 0L, 0L), await ReadAsync("SELECT count(*), 0::bigint, 0::bigint FROM staging"));
        var again = ExecutePlanRequest.Parser.ParseFrom(Recording.Exchanges["reattachable.insert"].Request);
        Assert.Equal("INVALID_HANDLE.OPERATION_ALREADY_EXISTS", (await FailAsync(again)).ErrorClass);

        var until = new ReleaseExecuteRequest { SessionId = again.SessionId, UserContext = again.UserContext, OperationId = again.OperationId, ReleaseUntil = new() { ResponseId = first[1] } };
        Assert.Equal(again.OperationId, (await Stub.ReleaseExecuteAsync(until)).OperationId);
        var reattach = new ReattachExecuteRequest { SessionId = again.SessionId, UserContext = again.UserContext, OperationId = again.OperationId };
        Assert.Equal("INVALID_CURSOR.POSITION_NOT_AVAILABLE", (await FailAsync(Stub.ReattachExecute(reattach))).ErrorClass);
        reattach.LastResponseId = $"{Guid.Empty}";
        Assert.Equal(Recording.Exchanges["reattachable.reattach_unknown_response"].Message, (await FailAsync(Stub.ReattachExecute(reattach))).Message);

        var release = ReleaseExecuteRequest.Parser.ParseFrom(Recording.Exchanges["reattachable.insert.release"].Request);
        Assert.True((await Stub.ReleaseExecuteAsync(release)).HasOperationId);
        Assert.False((await Stub.ReleaseExecuteAsync(release)).HasOperationId);
        reattach.ClearLastResponseId();
        Assert.Equal("INVALID_HANDLE.OPERATION_NOT_FOUND", (await FailAsync(Stub.ReattachExecute(reattach))).ErrorClass);
    }

    [Fact]
    public async Task AbandonedOperation_AndIdsThatAreNone_AreRefusedAsRecorded()
    {
        await PlayAsync("reattachable.insert");
        _server.Abandon();
        var reattach = ReattachExecuteRequest.Parser.ParseFrom(Recording.Exchanges["reattachable.insert.reattach"].Request);
        Assert.Equal("INVALID_HANDLE.OPERATION_ABANDONED", (await FailAsync(Stub.ReattachExecute(reattach))).ErrorClass);
        Assert.Equal(Recording.Exchanges["error.operation_id_not_uuid"].Message, (await FailAsync(ExecutePlanRequest.Parser.ParseFrom(Recording.Exchanges["error.operation_id_not_uuid"].Request))).Message);
        using var noSession = Stub.ExecutePlan(ExecutePlanRequest.Parser.ParseFrom(Recording.Exchanges["error.session_id_not_uuid"].Request));
        var error = await Assert.ThrowsAsync<RpcException>(() => noSession.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal((StatusCode.Unknown, false), (error.StatusCode, error.Trailers.Any(trailer => trailer.Key == "grpc-status-details-bin")));
    }

    [Fact]
    public async Task Count_IsAnsweredAsRecorded()
    {
        var exchange = Recording.Exchanges["reattachable.insert.count"];
        var request = ExecutePlanRequest.Parser.ParseFrom(exchange.Request);
        request.Plan.Root.Sql.Query = "select count(*) c from events";
        var responses = await AllAsync(Stub.ExecutePlan(request));
        Assert.Equal(exchange.Responses.Select(bytes => Shape(ExecutePlanResponse.Parser.ParseFrom(bytes))), responses.Select(Shape));
        Assert.Equal(ExecutePlanResponse.Parser.ParseFrom(exchange.Responses[0]).Schema.Struct.Fields[0].DataType, responses[0].Schema.Struct.Fields[0].DataType);
    }

    [Fact]
    public async Task WhatWasNotRecorded_IsRefused()
    {
        foreach (var name in (string[])["catalog.insert", "insert_overwrite.jdbc", "write.parquet_folder", "ddl.create_view_select"])
        {
            using var call = Stub.ExecutePlan(ExecutePlanRequest.Parser.ParseFrom(Recording.Exchanges[name].Request));
            Assert.Equal(StatusCode.Unimplemented, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None))).StatusCode);
        }
    }

    // Plays recorded calls and compares; returns the last one's response ids.
    private async Task<string[]> PlayAsync(params string[] names)
    {
        string[] ids = [];
        foreach (var exchange in names.Select(name => Recording.Exchanges[name]))
        {
            if (exchange.Status == 0)
                ids = await PlayAsync(exchange);
            else
                AssertSame(exchange, await FailAsync(Request(exchange)));
        }

        return ids;
    }

    private async Task<string[]> PlayAsync(Exchange exchange)
    {
        var responses = await AllAsync(exchange.Method == "ReattachExecute" ? Stub.ReattachExecute(ReattachExecuteRequest.Parser.ParseFrom(exchange.Request)) : Stub.ExecutePlan(Request(exchange)));
        Assert.Equal(exchange.Responses.Select(bytes => Shape(ExecutePlanResponse.Parser.ParseFrom(bytes))), responses.Select(Shape));
        var result = new Results.ResultBuilder();
        responses.ForEach(result.Add);
        Assert.Equal(exchange.Rows ?? [], result.Build().Rows.Select(ValueText.Of));
        return [.. responses.Select(response => response.ResponseId)];
    }

    private ExecutePlanRequest Request(Exchange exchange)
    {
        var request = ExecutePlanRequest.Parser.ParseFrom(exchange.Request);
        request.Plan.Command.SqlCommand.Sql = database.Here(request.Plan.Command.SqlCommand.Sql, _database);
        return request;
    }

    private static void AssertSame(Exchange exchange, ServerError error)
    {
        // A database's error is followed by places in the driver's code, and by how far the batch was.
        var start = exchange.Message.IndexOf("Task 1 in stage", StringComparison.Ordinal) is > 0 and var stage ? exchange.Message[..stage] : exchange.Message.Trim();
        Assert.StartsWith(start, error.Message, StringComparison.Ordinal);
        Assert.Equal(exchange.ExceptionClass, error.ExceptionClass);
    }

    private Task<ServerError> FailAsync(string sql)
    {
        var request = ExecutePlanRequest.Parser.ParseFrom(Recording.Exchanges["insert.jdbc"].Request);
        request.Plan = Requests.Command(database.Here(sql, _database));
        request.OperationId = $"{Guid.NewGuid()}";
        return FailAsync(request);
    }

    private Task<ServerError> FailAsync(ExecutePlanRequest request) => FailAsync(Stub.ExecutePlan(request));

    private static async Task<ServerError> FailAsync(AsyncServerStreamingCall<ExecutePlanResponse> call)
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => AllAsync(call));
        Assert.Equal(StatusCode.Internal, error.StatusCode);
        return ServerError.TryRead(error)!;
    }

    private static async Task<List<ExecutePlanResponse>> AllAsync(AsyncServerStreamingCall<ExecutePlanResponse> call)
    {
        using (call)
        {
            List<ExecutePlanResponse> responses = [];
            while (await call.ResponseStream.MoveNext(CancellationToken.None))
                responses.Add(call.ResponseStream.Current);
            return responses;
        }
    }

    private static string Shape(ExecutePlanResponse response) =>
        $"{response.ResponseTypeCase}{(response.Schema is null ? "" : " schema")}{(response.Metrics is null ? "" : " metrics")}{response.SqlCommandResult?.Relation.RelTypeCase}";

    private async Task<(object, object, object)> ReadAsync(string sql)
    {
#pragma warning disable CA2100 // Texts above.
        await using var command = new NpgsqlCommand(sql, _database);
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetValue(0), reader.GetValue(1), reader.GetValue(2));
    }
}
