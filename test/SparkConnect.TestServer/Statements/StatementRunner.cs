using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using Grpc.Core;
using SparkConnect.TestServer.Faults;
using SparkConnect.TestServer.Protocol;
using SparkConnect.Wire;

namespace SparkConnect.TestServer.Statements;

/// <summary>Runs the statements that there are recordings for.</summary>
internal static partial class StatementRunner
{
    public static Task RunAsync(Session session, Plan? plan, Operation operation, FaultPlan faults)
    {
        if (plan?.Command?.SqlCommand is { Args.Count: 0, PosArgs.Count: 0 } command)
            return RunCommandAsync(session, command.Sql, operation, faults);
        if (plan?.Root?.Sql is { Args.Count: 0, PosArgs.Count: 0 } query)
            return Task.Run(() => RunQuery(session, query.Query, operation));
        throw NotCovered("a plan that isn't SQL without arguments");
    }

    private static async Task RunCommandAsync(Session session, string sql, Operation operation, FaultPlan faults)
    {
        if (CreateView().Match(sql) is { Success: true } view)
            await CreateViewAsync(session, view.Groups["name"].Value, view.Groups["format"].Value, ViewOptions.Parse(view.Groups["options"].Value));
        else if (Describe().Match(sql) is { Success: true } describe)
            Answer(operation, DuckEngine.Describe(File(session, describe.Groups["name"].Value)));
        else if (Insert().Match(sql) is { Success: true } insert)
            await InsertAsync(session, insert.Groups["name"].Value, insert.Groups["query"].Value, sql, operation, faults);
        else
            throw NotCovered(sql);
        if (!Describe().IsMatch(sql))
            Answer(operation, ArrowAnswer.Nothing);
        operation.Add(new() { Metrics = new() });
    }

    private static void RunQuery(Session session, string sql, Operation operation)
    {
        if (!Query().IsMatch(sql))
            throw NotCovered(sql);
        var answer = Analyzed(() => DuckEngine.Query(session, sql));
        operation.Add(new() { Schema = answer.Schema });
        operation.Add(new() { ArrowBatch = new() { RowCount = answer.RowCount, Data = answer.Data } });
        operation.Add(new() { Metrics = new() });
    }

    private static async Task CreateViewAsync(Session session, string name, string format, IReadOnlyDictionary<string, string> options)
    {
        if (format == "parquet" && options.Keys.SequenceEqual(["path"]))
            session.Files[name] = System.IO.File.Exists(options["path"]) ? options["path"] : throw SparkError.Analyzed($"[PATH_NOT_FOUND] Path does not exist: file:{options["path"]}.");
        else if (format == "jdbc")
            session.Tables[name] = await JdbcTable.OpenAsync(options);
        else
            throw NotCovered($"a view USING {format} with {string.Join(", ", options.Keys)}");
    }

    private static async Task InsertAsync(Session session, string view, string query, string sql, Operation operation, FaultPlan faults)
    {
        var table = session.Tables.GetValueOrDefault(view) ?? throw NotFound(view);
        var rows = await Task.Run(() => Analyzed(() => DuckEngine.Rows(session, query)));
        table.Check(rows);
        operation.Interrupted.ThrowIfCancellationRequested();
        await JdbcWriter.WriteAsync(table, rows.Values, sql, faults);
    }

    private static T Analyzed<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (DuckDBException e)
        {
            throw SparkError.Analyzed($"DuckDB, which stands for Spark here, doesn't take it: {e.Message}");
        }
    }

    private static void Answer(Operation operation, Google.Protobuf.ByteString data) =>
        operation.Add(new() { SqlCommandResult = new() { Relation = new() { LocalRelation = new() { Data = data } } } });

    private static string File(Session session, string view) => session.Files.GetValueOrDefault(view) ?? throw NotFound(view);

    private static RpcException NotFound(string view) => SparkError.Analyzed(
        $"[TABLE_OR_VIEW_NOT_FOUND] The table or view `{view}` cannot be found. Verify the spelling and correctness of the schema and catalog.");

    private static RpcException NotCovered(string what) => new(new(StatusCode.Unimplemented, $"The test server doesn't cover: {what}"));

    [GeneratedRegex(@"^CREATE OR REPLACE TEMPORARY VIEW (?<name>\w+) USING (?<format>[\w.]+) OPTIONS \((?<options>.*)\)$", RegexOptions.Singleline)]
    private static partial Regex CreateView();

    [GeneratedRegex(@"^DESCRIBE TABLE (?<name>\w+)$")]
    private static partial Regex Describe();

    [GeneratedRegex(@"^INSERT INTO (?<name>\w+) (?<query>SELECT\s.*)$", RegexOptions.Singleline)]
    private static partial Regex Insert();

    [GeneratedRegex(@"^SELECT\s", RegexOptions.IgnoreCase)]
    private static partial Regex Query();
}
