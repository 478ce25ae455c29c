using Google.Protobuf.Collections;
using SparkConnect.Statements;
using SparkConnect.Wire;
using Literal = SparkConnect.Wire.Expression.Types.Literal;

namespace SparkConnect.Operations;

/// <summary>What is sent, as messages.</summary>
internal static class Requests
{
    public static Plan Command(SparkStatement statement)
    {
        var command = new SqlCommand { Sql = statement.Sql };
        AddArguments(statement, command.Args, command.PosArgs);
        return new() { Command = new() { SqlCommand = command } };
    }

    public static Plan Query(SparkStatement statement)
    {
        var sql = new SQL { Query = statement.Sql };
        AddArguments(statement, sql.Args, sql.PosArgs);
        return new()
        {
            Root = new() { Sql = sql, Common = statement.PlanId is { } id ? new RelationCommon { PlanId = id } : null },
        };
    }

    public static ExecutePlanRequest Execute(string session, UserContext user, string clientType, Plan plan, SparkRunOptions options)
    {
        var request = new ExecutePlanRequest { SessionId = session, UserContext = user, ClientType = clientType, Plan = plan };
        if (options.OperationId is { } id)
            request.OperationId = id.ToString();
        if (options.IsReattachable)
            request.RequestOptions.Add(new ExecutePlanRequest.Types.RequestOption { ReattachOptions = new() { Reattachable = true } });
        request.Tags.AddRange(options.Tags);
        return request;
    }

    private static void AddArguments(SparkStatement statement, MapField<string, Literal> named, RepeatedField<Literal> positional)
    {
        foreach (var (name, value) in statement.Arguments)
            named.Add(name, Literals.From(value));
        positional.AddRange(statement.PositionalArguments.Select(Literals.From));
    }
}
