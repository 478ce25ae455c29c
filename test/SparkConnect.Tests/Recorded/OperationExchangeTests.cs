using SparkConnect.Errors;
using SparkConnect.Statements;

namespace SparkConnect.Tests.Recorded;

/// <summary>What becomes of operations whose streams break, end early, or are given up: the recorded calls follow one another as the client makes them.</summary>
public sealed class OperationExchangeTests
{
    private const string Sleeping = "concat('slept', substr(reflect('java.lang.Thread', 'sleep', 3000L), 1, 0))";
    private static readonly Guid Session = new("0a0a0a0a-0000-4000-8000-000000000001");
    private static readonly Guid ShortSession = new("0a0a0a0a-0000-4000-8000-000000000002");
    private static readonly SparkStatement Range = Query("select id from range(0, 3, 1, 3)");

    [Fact]
    public async Task EndedOperation_CanBeCollectedAgain_FromItsStart()
    {
        var server = new RecordedServer("reattachable.execute", "reattachable.reattach_from_start");
        using var client = server.Connect();
        var session = client.OpenSession(Session);

        Assert.Equal([0L, 1L, 2L], (await session.QueryAsync(Range, Kept(48))).Rows.Select(row => row[0]));
        Assert.Equal([0L, 1L, 2L], (await session.CollectAsync(Operation(48), Kept(48))).Rows.Select(row => row.Get<long>("id")));
        server.AssertAllCame();
    }

    [Fact]
    public async Task BrokenStream_GoesOnAfterTheLastResponse()
    {
        var server = new RecordedServer(Breaking("reattachable.execute", 1), "reattachable.reattach_after_first");
        using var client = server.Connect();
        Assert.Equal([0L, 1L, 2L], (await client.OpenSession(Session).QueryAsync(Range, Kept(48))).Rows.Select(row => row[0]));
        server.AssertAllCame();

        server = new RecordedServer(Breaking("reattachable.broken_stream", 1), "reattachable.broken_stream.resume", "reattachable.broken_stream.release");
        using var another = server.Connect();
        var sleeping = Query("select id, reflect('java.lang.Thread', 'sleep', 1000L) z from range(0, 3, 1, 3)");
        Assert.Equal(3, (await another.OpenSession(Session).QueryAsync(sleeping, Kept(49) with { KeepsOperation = false })).Rows.Count);
        server.AssertAllCame();
    }

    [Fact]
    public async Task StreamThatEndsWithoutCompletion_IsTakenUpUntilItIsComplete()
    {
        var server = new RecordedServer("stream_limit.execute", "stream_limit.reattach_1", "stream_limit.reattach_2", "stream_limit.reattach_3", "stream_limit.release");
        using var client = server.Connect(maxAttempts: 1);
        var result = await client.OpenSession(ShortSession).QueryAsync(
            Query("select reflect('java.lang.Thread', 'sleep', 5000L) z, 1 as x"), new() { OperationId = new("22222222-2222-3333-4444-000000000001") });
        Assert.Equal(1, Assert.Single(result.Rows)["x"]);
        server.AssertAllCame();
    }

    [Fact]
    public async Task Command_IsNotRunAgainByCollectingIt()
    {
        var server = new RecordedServer("reattachable.insert", "reattachable.insert.reattach", "reattachable.insert.release", "reattachable.insert.count");
        using var client = server.Connect();
        var session = client.OpenSession(Session);

        Assert.Empty((await session.ExecuteAsync("INSERT INTO staging SELECT id + 100, name, amount, at FROM events", Kept(50))).Fields);
        Assert.Empty((await session.CollectAsync(Operation(50), Kept(50))).Rows);
        Assert.True(await session.ReleaseAsync(Operation(50)));
        Assert.Equal(24L, await CountAsync(session, "select count(*) c from staging", 51));
        server.AssertAllCame();
    }

    [Fact]
    public async Task Error_IsToldAgain()
    {
        var server = new RecordedServer("reattachable.error", "reattachable.error.reattach", "reattachable.error.release");
        using var client = server.Connect();
        var session = client.OpenSession(Session);

        var first = await Assert.ThrowsAsync<SparkServerException>(() => session.ExecuteAsync("select * from no_such_table", Kept(52)));
        var again = await Assert.ThrowsAsync<SparkServerException>(() => session.CollectAsync(Operation(52)));
        Assert.Equal(("TABLE_OR_VIEW_NOT_FOUND", first.Message), (first.ErrorClass, again.Message));
        server.AssertAllCame();
    }

    [Fact]
    public async Task IdThatIsHeld_IsRefused_AndWhatItNamesIsLeftAlone()
    {
        var server = new RecordedServer("reattachable.same_operation_id_again");
        using var client = server.Connect();
        var refused = await Assert.ThrowsAsync<SparkServerException>(() => client.OpenSession(Session).QueryAsync(Range, new() { OperationId = Operation(48) }));
        Assert.Equal("INVALID_HANDLE.OPERATION_ALREADY_EXISTS", refused.ErrorClass);
        Assert.Empty(server.Extra);
        server.AssertAllCame();
    }

    [Theory]
    [InlineData("reattachable.reattach_after_release_until", "INVALID_CURSOR.POSITION_NOT_AVAILABLE")]
    [InlineData("reattachable.reattach_after_release_all", "INVALID_HANDLE.OPERATION_NOT_FOUND")]
    [InlineData("non_reattachable.reattach", "INVALID_HANDLE.OPERATION_NOT_FOUND")]
    [InlineData("abandoned.reattach", "INVALID_HANDLE.OPERATION_ABANDONED")]
    public async Task OperationThatIsGone_LeavesItsOutcomeUnknown(string name, string errorClass)
    {
        var exchange = Recording.Exchanges[name];
        var server = new RecordedServer(name);
        using var client = server.Connect();
        var session = client.OpenSession(new((string)exchange.RequestDecoded["session_id"]!));
        var operation = new Guid((string)exchange.RequestDecoded["operation_id"]!);

        var unknown = await Assert.ThrowsAsync<SparkOutcomeUnknownException>(() => session.CollectAsync(operation));
        Assert.Equal((operation, errorClass), (unknown.OperationId, Assert.IsType<SparkServerException>(unknown.InnerException).ErrorClass));
        Assert.Empty(server.Extra);
        server.AssertAllCame();
    }

    [Fact]
    public async Task InterruptedQuery_FailsWithSparksWord_AndIsReleased()
    {
        var server = new RecordedServer("interrupt.victim", "interrupt.victim.release");
        using var client = server.Connect();
        var cancelled = await Assert.ThrowsAsync<SparkServerException>(() => client.OpenSession(Session).QueryAsync(
            Query("select reflect('java.lang.Thread', 'sleep', 20000L) z"), new() { OperationId = Operation(53) }));
        Assert.Equal("OPERATION_CANCELED", cancelled.ErrorClass);
        server.AssertAllCame();
    }

    [Fact]
    public async Task ReleasedId_RunsAgain()
    {
        var server = new RecordedServer("duplicate.execute", "duplicate.release", "duplicate.execute_again", "duplicate.release_again", "duplicate.count");
        using var client = server.Connect();
        var session = client.OpenSession(Session);

        for (var time = 0; time < 2; time++)
            await session.ExecuteAsync("INSERT INTO plain VALUES (500, 'once')", new() { OperationId = Operation(54) });
        Assert.Equal(2L, await CountAsync(session, "select count(*) c from plain where id = 500", 55));
        server.AssertAllCame();
    }

    [Fact]
    public async Task AbandonedId_RunsAgain()
    {
        var server = new RecordedServer("abandoned.execute", "abandoned.same_operation_id_again", "abandoned.release");
        using var client = server.Connect();
        var session = client.OpenSession(ShortSession);
        var operation = new Guid("22222222-2222-3333-4444-000000000002");

        await session.QueryAsync(Query("select 1"), new() { OperationId = operation, KeepsOperation = true });
        await session.QueryAsync(Query("select 1"), new() { OperationId = operation });
        server.AssertAllCame();
    }

    [Fact]
    public async Task CommandThatIsGivenUp_IsInterrupted_AndItsOutcomeUnknown()
    {
        var server = new RecordedServer(Hanging("client_gone.non_reattachable"), "client_gone.non_reattachable.count");
        using var client = server.Connect();
        var session = client.OpenSession(Session);

        await GiveUpAsync(server, session, 600, Kept(56) with { IsReattachable = false });
        Assert.Equal(["Interrupt"], server.Extra);
        Assert.Equal(1L, await CountAsync(session, "select count(*) c from plain where id = 600", 57));
        server.AssertAllCame();
    }

    [Fact]
    public async Task CommandThatIsGivenUp_CanBeCollected()
    {
        var server = new RecordedServer(
            Hanging("client_gone.reattachable"), "client_gone.reattachable.reattach", "client_gone.reattachable.release", "client_gone.reattachable.count");
        using var client = server.Connect();
        var session = client.OpenSession(Session);

        await GiveUpAsync(server, session, 601, new() { OperationId = Operation(58) });
        Assert.Empty((await session.CollectAsync(Operation(58))).Rows);
        Assert.Equal(1L, await CountAsync(session, "select count(*) c from plain where id = 601", 59));
        server.AssertAllCame();
    }

    [Fact]
    public async Task CommandThatIsGivenUpAndReleased_IsGone()
    {
        var server = new RecordedServer(Hanging("client_gone.released"), "client_gone.released.release_all", "client_gone.released.count");
        using var client = server.Connect();
        var session = client.OpenSession(Session);

        await GiveUpAsync(server, session, 602, new() { OperationId = Operation(60) });
        await session.ReleaseAsync(Operation(60));
        Assert.Equal(0L, await CountAsync(session, "select count(*) c from plain where id = 602", 61));
        server.AssertAllCame();
    }

    private static async Task GiveUpAsync(RecordedServer server, SparkSession session, int row, SparkRunOptions options)
    {
        using var cancellation = new CancellationTokenSource();
        var running = session.ExecuteAsync($"INSERT INTO plain SELECT {row}, {Sleeping}", options, cancellation.Token);
        await Eventually.EndAsync("the command to be sent", server.Hanging.Task);
        await cancellation.CancelAsync();
        var unknown = await Assert.ThrowsAsync<SparkOutcomeUnknownException>(() => running);
        Assert.Equal(options.OperationId, unknown.OperationId);
        Assert.IsAssignableFrom<OperationCanceledException>(unknown.InnerException);
    }

    private static async Task<object?> CountAsync(SparkSession session, string query, int operation)
    {
        var result = await session.QueryAsync(Query(query), new() { OperationId = Operation(operation), IsReattachable = false });
        return Assert.Single(result.Rows)["c"];
    }

    private static SparkStatement Query(string sql) => new(sql) { PlanId = 0 };

    private static Guid Operation(int number) => new($"11111111-2222-3333-4444-{number:d12}");

    private static SparkRunOptions Kept(int number) => new() { OperationId = Operation(number), KeepsOperation = true };

    private static Played Breaking(string name, int after) => new(Recording.Exchanges[name]) { BreaksAfter = after };

    private static Played Hanging(string name) => new(Recording.Exchanges[name]) { HangsAfter = 0 };
}
