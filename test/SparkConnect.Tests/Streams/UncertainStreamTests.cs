using Microsoft.Extensions.Time.Testing;
using SparkConnect.Errors;
using SparkConnect.Statements;
using SparkConnect.Wire;
using static SparkConnect.Tests.Streams.ScriptedServer;

namespace SparkConnect.Tests.Streams;

/// <summary>What the client may send again, and what it must leave to its caller.</summary>
public sealed class UncertainStreamTests
{
    private const string Insert = "INSERT INTO staging SELECT * FROM events";
    private const string NotFound = "[INVALID_HANDLE.OPERATION_NOT_FOUND] The handle is invalid. Operation not found.";
    private const string AlreadyExists = "[INVALID_HANDLE.OPERATION_ALREADY_EXISTS] The handle is invalid. Operation already exists.";
    private static readonly ExecutePlanResponse First = new() { ResponseId = "r1" };
    private static readonly ExecutePlanResponse Complete = new() { ResponseId = "r2", ResultComplete = new() };
    private static readonly SparkRunOptions Kept = new() { KeepsOperation = true };

    [Fact]
    public async Task Command_WhenTheServerCouldNotBeReached_IsSentAgain()
    {
        var (server, task) = Execute(Kept, Refuse, Refuse, () => Answer(First, Complete));
        await task;
        Assert.Equal(["ExecutePlan", "ExecutePlan", "ExecutePlan"], server.Methods);
    }

    [Fact]
    public async Task Command_WhenTheServerStaysUnreachable_WasNotDone()
    {
        var (_, task) = Execute(Kept, Refuse, Refuse, Refuse, Refuse);
        await Assert.ThrowsAsync<SparkUnavailableException>(() => task);
    }

    [Fact]
    public async Task Command_WhoseAnswerWasLost_IsReattached()
    {
        var (server, task) = Execute(Kept, () => Break(), () => Answer(First, Complete));
        await task;
        Assert.Equal(["ExecutePlan", "ReattachExecute"], server.Methods);
    }

    [Fact]
    public async Task Command_ThatTheServerDoesNotKnow_IsSentAgainOnlyWhereThatDoesNoHarm()
    {
        var (server, task) = Execute(Kept with { IsRepeatable = true }, () => Break(), () => Error(NotFound), () => Answer(First, Complete));
        await task;
        Assert.Equal(["ExecutePlan", "ReattachExecute", "ExecutePlan"], server.Methods);

        (server, task) = Execute(Kept, () => Break(), () => Error(NotFound));
        var unknown = await Assert.ThrowsAsync<SparkOutcomeUnknownException>(() => task);
        Assert.Equal("INVALID_HANDLE.OPERATION_NOT_FOUND", Assert.IsType<SparkServerException>(unknown.InnerException).ErrorClass);
        Assert.Equal(["ExecutePlan", "ReattachExecute"], server.Methods);
    }

    [Fact]
    public async Task Command_SentAgainThatHadArrivedAfterAll_IsReattached()
    {
        var (server, task) = Execute(Kept with { IsRepeatable = true }, () => Break(), () => Error(NotFound), () => Error(AlreadyExists), () => Answer(First, Complete));
        await task;
        Assert.Equal(["ExecutePlan", "ReattachExecute", "ExecutePlan", "ReattachExecute"], server.Methods);
    }

    [Fact]
    public async Task RepeatableCommand_IsNotSentAgainOnceItHasAnswered()
    {
        var (_, task) = Execute(Kept with { IsRepeatable = true }, () => Break(First), () => Error(NotFound));
        await Assert.ThrowsAsync<SparkOutcomeUnknownException>(() => task);
    }

    [Fact]
    public async Task Command_WhoseStreamStaysBroken_HasAnUnknownOutcome_AndIsLeftRunning()
    {
        var (server, task) = Execute(SparkRunOptions.Default, () => Break(), () => Status(14), () => Status(14), () => Status(14));
        await Assert.ThrowsAsync<SparkOutcomeUnknownException>(() => task);
        Assert.Equal(["ExecutePlan", "ReattachExecute", "ReattachExecute", "ReattachExecute"], server.Methods);
    }

    [Fact]
    public async Task CommandThatIsNotReattachable_IsNeverSentTwice()
    {
        var (server, task) = Execute(new() { IsReattachable = false, OperationId = Guid.NewGuid() }, () => Break());
        await Assert.ThrowsAsync<SparkOutcomeUnknownException>(() => task);
        Assert.Equal(["ExecutePlan"], server.Methods);
    }

    [Theory]
    [InlineData("[OPERATION_CANCELED] Operation has been canceled.")]
    [InlineData("[INVALID_HANDLE.OPERATION_ABANDONED] The handle is invalid.")]
    [InlineData("[INVALID_HANDLE.SESSION_CLOSED] The handle is invalid.")]
    public async Task RunningCommand_OfWhichOnlyItsEndAsAnOperationIsTold_HasAnUnknownOutcome(string message)
    {
        var (_, task) = Execute(SparkRunOptions.Default, () => Break(First), () => Error(message));
        await Assert.ThrowsAsync<SparkOutcomeUnknownException>(() => task);
    }

    [Fact]
    public async Task Command_CancelledBeforeItsFirstResponse_HasAnUnknownOutcome()
    {
        var (_, task) = Execute(SparkRunOptions.Default, () => Error("[OPERATION_CANCELED] Operation has been canceled."));
        await Assert.ThrowsAsync<SparkOutcomeUnknownException>(() => task);
    }

    [Fact]
    public async Task FailedCommand_IsReleased()
    {
        var (server, task) = Execute(SparkRunOptions.Default, () => Error("Job aborted due to stage failure"), () => Answer(new ReleaseExecuteResponse()));
        Assert.Null((await Assert.ThrowsAsync<SparkServerException>(() => task)).ErrorClass);
        Assert.Equal(["ExecutePlan", "ReleaseExecute"], server.Methods);
    }

    [Fact]
    public async Task StreamThatAnotherOneTookOver_IsTakenBack()
    {
        var (server, task) = Execute(Kept, () => Error("[INVALID_CURSOR.DISCONNECTED] The cursor is invalid."), () => Answer(First, Complete));
        await task;
        Assert.Equal(["ExecutePlan", "ReattachExecute"], server.Methods);
    }

    [Fact]
    public async Task SessionThatIsLost_IsSaid_AndNothingWasDone()
    {
        var (server, task) = Execute(SparkRunOptions.Default, () => Error("[INVALID_HANDLE.SESSION_NOT_FOUND] The handle is invalid. Session not found."));
        await Assert.ThrowsAsync<SparkSessionLostException>(() => task);
        Assert.Equal(["ExecutePlan"], server.Methods);
    }

    [Fact]
    public async Task CommandThatTakesTooLong_IsInterrupted_AndItsOutcomeUnknown()
    {
        var time = new FakeTimeProvider();
        ScriptedServer server = null!;
        server = new(() => server.Hang(), () => Answer(new InterruptResponse()));
        using var client = server.Connect(time: time);
        var task = client.OpenSession().ExecuteAsync(Insert, new() { Timeout = TimeSpan.FromHours(1) });
        await Eventually.EndAsync("the command to be sent", server.Hanging.Task);
        time.Advance(TimeSpan.FromHours(1));
        Assert.IsType<TimeoutException>((await Assert.ThrowsAsync<SparkOutcomeUnknownException>(() => task)).InnerException);
        Assert.Equal(["ExecutePlan", "Interrupt"], server.Methods);
    }

    [Fact]
    public async Task QueryThatIsGivenUp_IsReleased()
    {
        ScriptedServer server = null!;
        server = new(() => server.Hang(), () => Answer(new ReleaseExecuteResponse()));
        using var client = server.Connect();
        using var cancellation = new CancellationTokenSource();
        var task = client.OpenSession().QueryAsync("select 1", cancellation: cancellation.Token);
        await Eventually.EndAsync("the query to be sent", server.Hanging.Task);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        Assert.Equal(["ExecutePlan", "ReleaseExecute"], server.Methods);
    }

    [Fact]
    public async Task ArrowDataThatIsBroken_IsSaid()
    {
        var batch = new ExecutePlanResponse { ResponseId = "r1", ArrowBatch = new() { RowCount = 1, Data = Google.Protobuf.ByteString.CopyFromUtf8("not Arrow") } };
        var server = new ScriptedServer(() => Answer(batch, Complete), () => Answer(new ReleaseExecuteResponse()));
        using var client = server.Connect();
        await Assert.ThrowsAsync<SparkProtocolException>(() => client.OpenSession().QueryAsync("select 1"));
    }

    private static (ScriptedServer Server, Task Task) Execute(SparkRunOptions options, params Func<HttpResponseMessage>[] answers)
    {
        var server = new ScriptedServer(answers);
        return (server, RunAsync());

        async Task RunAsync()
        {
            using var client = server.Connect();
            await client.OpenSession().ExecuteAsync(Insert, options);
        }
    }
}
