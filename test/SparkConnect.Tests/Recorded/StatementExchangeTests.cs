using SparkConnect.Errors;
using SparkConnect.Results;
using SparkConnect.Statements;
using SparkConnect.Wire;
using Literal = SparkConnect.Wire.Expression.Types.Literal;

namespace SparkConnect.Tests.Recorded;

/// <summary>Every recorded statement that ran undisturbed: what the client sends for it is what was recorded, and what it makes of the answer too.</summary>
public sealed class StatementExchangeTests
{
    // Requests that this client doesn't let anybody send; WireExchangeTests has them.
    private static readonly string[] Impossible = ["error.session_id_not_uuid", "error.operation_id_not_uuid", "error.empty_plan"];

    public static TheoryData<string> Names => [.. Recording.Exchanges.Values
        .Where(exchange => exchange.Method == "ExecutePlan" && !exchange.WasCancelledByClient && exchange.Name != "stream_limit.execute" && !Impossible.Contains(exchange.Name))
        .Select(exchange => exchange.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Statement_IsSentAndReadAsRecorded(string name)
    {
        var exchange = Recording.Exchanges[name];
        var server = new RecordedServer(name);
        using var client = server.Connect();
        var request = ExecutePlanRequest.Parser.ParseFrom(exchange.Request);
        var session = client.OpenSession(Guid.Parse(request.SessionId));

        if (exchange.Status == 0)
            AssertResult(exchange, await RunAsync(session, request));
        else
            AssertError(exchange, await Assert.ThrowsAnyAsync<SparkException>(() => RunAsync(session, request)));
        server.AssertAllCame();
    }

    internal static void AssertError(Exchange exchange, SparkException thrown)
    {
        var error = Assert.IsType<SparkServerException>(thrown as SparkServerException ?? thrown.InnerException);
        Assert.Equal(exchange.Message.Trim(), error.Message);
        var start = exchange.Message.TrimStart();
        Assert.Equal(start[0] == '[' ? start[1..start.IndexOf(']', StringComparison.Ordinal)] : null, error.ErrorClass);
        Assert.StartsWith("org.", error.ExceptionClass, StringComparison.Ordinal);
        Assert.Equal(error.ExceptionClass, error.ExceptionClasses[0]);
        Assert.Contains("java.lang.Throwable", error.ExceptionClasses);
        Assert.Equal(exchange.Name == "error.parse.with_stack_trace", error.ServerStackTrace is not null);
        Assert.Null(error.SqlState);
        Assert.Empty(error.MessageParameters);
    }

    private static Task<SparkResult> RunAsync(SparkSession session, ExecutePlanRequest request)
    {
        var options = new SparkRunOptions
        {
            OperationId = request.HasOperationId ? Guid.Parse(request.OperationId) : null,
            IsReattachable = request.RequestOptions.Count > 0,
            KeepsOperation = true,
        };
        return request.Plan.Command is { } command
            ? session.ExecuteAsync(Statement(command.SqlCommand.Sql, command.SqlCommand.Args, command.SqlCommand.PosArgs, null), options)
            : session.QueryAsync(Statement(request.Plan.Root.Sql.Query, request.Plan.Root.Sql.Args, request.Plan.Root.Sql.PosArgs, request.Plan.Root.Common), options);
    }

    private static SparkStatement Statement(string sql, IDictionary<string, Literal> named, IEnumerable<Literal> positional, RelationCommon? common) => new(sql)
    {
        Arguments = named.ToDictionary(argument => argument.Key, argument => Value(argument.Value)),
        PositionalArguments = [.. positional.Select(Value)],
        PlanId = common?.PlanId,
    };

    private static object? Value(Literal literal) => literal.LiteralTypeCase switch
    {
        Literal.LiteralTypeOneofCase.Integer => literal.Integer,
        Literal.LiteralTypeOneofCase.Long => literal.Long,
        Literal.LiteralTypeOneofCase.String => literal.String,
        Literal.LiteralTypeOneofCase.Date => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays(literal.Date),
        var other => throw new InvalidOperationException($"No recorded argument is a {other}."),
    };

    private static void AssertResult(Exchange exchange, SparkResult result)
    {
        Assert.Equal(exchange.Rows ?? [], result.Rows.Select(ValueText.Of));
        var echoed = exchange.ResponsesDecoded.Any(response => response["sql_command_result"]?["relation"]?["sql"] is not null);
        Assert.Equal(echoed, result.IsQuery);
        var schema = exchange.ResponsesDecoded.Select(response => response["schema"]?["struct"]?["fields"]).FirstOrDefault(fields => fields is not null);
        if (schema is not null)
            Assert.Equal(schema.AsArray().Select(field => (string?)field!["name"]), result.Fields.Select(field => field.Name));
    }
}
