using System.Runtime.CompilerServices;
using Apache.Arrow;
using SparkConnect.Errors;
using SparkConnect.Operations;
using SparkConnect.Results;
using SparkConnect.Statements;
using SparkConnect.Wire;

namespace SparkConnect;

/// <summary>
/// A session of the server, in which statements run. Thread-safe; temporary views and settings are shared by all that runs in it.
/// </summary>
/// <remarks>
/// Every call throws <see cref="SparkServerException"/> for an error of Spark's, <see cref="SparkSessionLostException"/> where the session is gone,
/// <see cref="SparkAuthenticationException"/>, <see cref="SparkUnavailableException"/> where nothing was done, <see cref="SparkProtocolException"/> for answers that can't be read,
/// and <see cref="OperationCanceledException"/>. A command throws <see cref="SparkOutcomeUnknownException"/> wherever it may have reached the server and its end wasn't seen.
/// </remarks>
public sealed partial class SparkSession
{
    private readonly SparkCalls _calls;
    private readonly string _id;
    private readonly UserContext _user;

    internal SparkSession(SparkCalls calls, Guid id)
    {
        _calls = calls;
        Id = id;
        _id = id.ToString();
        _user = new() { UserId = calls.Remote.UserId };
        Configuration = new(calls, _id, _user);
    }

    /// <summary>The session's id; with the user's it names the session to the server.</summary>
    public Guid Id { get; }

    /// <summary>The session's settings.</summary>
    public SparkConfiguration Configuration { get; }

    /// <summary>
    /// Runs a command: DDL, INSERT, SET, SHOW, DESCRIBE and the like. It has run when this returns, an INSERT at least once. A query isn't run by this:
    /// <see cref="SparkResult.IsQuery"/> is set then.
    /// </summary>
    /// <param name="statement">The command.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="cancellation">Interrupts it; what it was writing may still be committed, hence <see cref="SparkOutcomeUnknownException"/>.</param>
    public Task<SparkResult> ExecuteAsync(SparkStatement statement, SparkRunOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(statement);
        options = WithOperation(options);
        return GatherAsync(Start(Requests.Command(statement), isCommand: true, options), cancellation);
    }

    /// <summary>Runs a query and returns all its rows.</summary>
    /// <param name="statement">The query; must be one, since it may be run again.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="cancellation">Interrupts it.</param>
    public Task<SparkResult> QueryAsync(SparkStatement statement, SparkRunOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(statement);
        options = WithOperation(options) with { IsRepeatable = true };
        return GatherAsync(Start(Requests.Query(statement), isCommand: false, options), cancellation);
    }

    /// <summary>
    /// Runs a query and returns its rows as they come, as Arrow batches; at least one, without rows where there are none. Rows count only once the enumeration has ended without an exception.
    /// </summary>
    /// <param name="statement">The query; must be one, since it may be run again.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="cancellation">Interrupts it, as leaving the enumeration early does.</param>
    public async IAsyncEnumerable<RecordBatch> ReadBatchesAsync(
        SparkStatement statement, SparkRunOptions? options = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(statement);
        options = WithOperation(options) with { IsRepeatable = true };
        await foreach (var response in Start(Requests.Query(statement), isCommand: false, options).RunAsync(cancellation))
        {
            foreach (var batch in response.ArrowBatch is { } data ? ArrowData.Read(data) : [])
                yield return batch;
        }
    }

    /// <summary>Waits for a reattachable command that the server still holds, running or ended, and returns its result as if it had just been run.</summary>
    /// <param name="operationId">Its id.</param>
    /// <param name="options">Of these <see cref="SparkRunOptions.KeepsOperation"/> and <see cref="SparkRunOptions.Timeout"/> count.</param>
    /// <param name="cancellation">Interrupts the command.</param>
    /// <exception cref="SparkOutcomeUnknownException">The server doesn't hold it.</exception>
    public Task<SparkResult> CollectAsync(Guid operationId, SparkRunOptions? options = null, CancellationToken cancellation = default)
    {
        var stream = new ResponseStream(_calls, null, ReattachRequest(operationId.ToString()), isRepeatable: false);
        return GatherAsync(new Execution(this, _calls, stream, isCommand: true, (options ?? SparkRunOptions.Default) with { IsReattachable = true }), cancellation);
    }

    /// <summary>Lets the server forget an operation, and its id; one that still runs is interrupted. Repeating it does no harm.</summary>
    /// <returns>Whether the server held it.</returns>
    public async Task<bool> ReleaseAsync(Guid operationId, CancellationToken cancellation = default)
    {
        var request = ReleaseRequest(operationId.ToString());
        return (await _calls.AskAsync("release of an operation", call => _calls.Stub.ReleaseExecuteAsync(request, call), cancellation)).HasOperationId;
    }

    private static SparkRunOptions WithOperation(SparkRunOptions? options)
    {
        options ??= SparkRunOptions.Default;
        return options.OperationId is null && options.IsReattachable ? options with { OperationId = Guid.NewGuid() } : options;
    }

    private static async Task<SparkResult> GatherAsync(Execution execution, CancellationToken cancellation)
    {
        var result = new ResultBuilder();
        await foreach (var response in execution.RunAsync(cancellation))
            result.Add(response);
        return result.Build();
    }

    private Execution Start(Plan plan, bool isCommand, SparkRunOptions options)
    {
        var request = Requests.Execute(_id, _user, _calls.Remote.UserAgent, plan, options);
        return new(this, _calls, new ResponseStream(_calls, request, ReattachRequest(request.OperationId), options.IsRepeatable), isCommand, options);
    }
}
