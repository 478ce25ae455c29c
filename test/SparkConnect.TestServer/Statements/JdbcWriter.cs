using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using SparkConnect.TestServer.Faults;
using SparkConnect.TestServer.Protocol;

namespace SparkConnect.TestServer.Statements;

/// <summary>Writes rows as Spark's tasks do: a part of them each, in a transaction each, one committed without regard to the others.</summary>
internal static class JdbcWriter
{
    private const int Tasks = 2;

    // A wall clock that isn't UTC's is what Spark's machine may have; columns without a zone get it.
    private static readonly TimeSpan MachineZone = TimeSpan.FromHours(-5);

    public static async Task WriteAsync(JdbcTable table, IReadOnlyList<object?[]> rows, string sql, FaultPlan faults)
    {
        var parts = Enumerable.Range(0, Tasks).Select(task => rows.Where((_, i) => i % Tasks == task).ToArray()).Where(part => part.Length > 0).ToArray();
        var failing = faults.Take(FaultKind.FailTask, sql) is not null;
        var repeating = faults.Take(FaultKind.RepeatTask, sql) is not null;
        var losing = faults.Take(FaultKind.LoseTask, sql) is not null;
        var late = faults.Take(FaultKind.CommitLate, sql);
        for (var task = 0; task < parts.Length; task++)
        {
            var isLast = task == parts.Length - 1;
            if (isLast && failing)
                throw SparkError.StageFailed("java.sql.BatchUpdateException", "the last task was made to fail");
            if (isLast && losing)
                continue;
            for (var time = 0; time < (isLast && repeating ? 2 : 1); time++)
                await WriteAsync(table, parts[task], isLast ? late : null);
        }
    }

    private static async Task WriteAsync(JdbcTable table, object?[][] rows, Fault? late)
    {
        try
        {
            await using var connection = new NpgsqlConnection(table.ConnectionString);
            await connection.OpenAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await CopyAsync(connection, table, rows);
            if (late is not null)
                await late.WaitAsync();
            await transaction.CommitAsync();
        }
        catch (PostgresException e)
        {
            throw SparkError.StageFailed("java.sql.BatchUpdateException", $"Batch entry 0 was aborted: ERROR: {e.MessageText}");
        }
        finally
        {
            late?.Finish();
        }
    }

    private static async Task CopyAsync(NpgsqlConnection connection, JdbcTable table, object?[][] rows)
    {
        var names = string.Join(", ", table.Columns.Select(column => $"\"{column.ColumnName}\""));
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {table.Name} ({names}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            for (var i = 0; i < row.Length; i++)
                await WriteAsync(copy, row[i], table.Columns[i].DataTypeName!);
        }

        await copy.CompleteAsync();
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, object? value, string type) => (value, type.Split('(')[0]) switch
    {
        (null, _) => copy.WriteNullAsync(),
        (_, "integer") => copy.WriteAsync(Convert.ToInt32(value, CultureInfo.InvariantCulture), NpgsqlDbType.Integer),
        (_, "bigint") => copy.WriteAsync(Convert.ToInt64(value, CultureInfo.InvariantCulture), NpgsqlDbType.Bigint),
        (_, "double precision") => copy.WriteAsync(Convert.ToDouble(value, CultureInfo.InvariantCulture), NpgsqlDbType.Double),
        (_, "numeric") => copy.WriteAsync(Convert.ToDecimal(value, CultureInfo.InvariantCulture), NpgsqlDbType.Numeric),
        (bool truth, "boolean") => copy.WriteAsync(truth, NpgsqlDbType.Boolean),
        (string text, "character varying" or "text") => copy.WriteAsync(text, NpgsqlDbType.Varchar),
        (DateTime time, "timestamp with time zone") => copy.WriteAsync(DateTime.SpecifyKind(time, DateTimeKind.Utc), NpgsqlDbType.TimestampTz),
        (DateTime time, "timestamp without time zone") => copy.WriteAsync(DateTime.SpecifyKind(time + MachineZone, DateTimeKind.Unspecified), NpgsqlDbType.Timestamp),
        _ => throw new Grpc.Core.RpcException(new(Grpc.Core.StatusCode.Unimplemented, $"The test server doesn't cover {value.GetType()} into {type}.")),
    };
}
