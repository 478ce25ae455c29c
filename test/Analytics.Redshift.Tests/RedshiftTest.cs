using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;
using ShellCorp.Analytics.Model;
using ShellCorp.Analytics.Tests.Warehouse;
using ShellCorp.Analytics.Warehouse;

namespace ShellCorp.Analytics.Redshift.Tests;

/// <summary>A Redshift warehouse in a database of its own, and an embedded one with files to load beside it: what both hold must be the same.</summary>
internal sealed class RedshiftTest : IAsyncDisposable
{
    private readonly StatementLog _statements = new();
    private readonly ILoggerFactory _loggers;
    private readonly string _spark;

    private RedshiftTest(string spark, string database, Func<string, string>? lead, TimeProvider time, TestWarehouse twin)
    {
        (_spark, Database, Twin) = (spark, database, twin);
        _loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(_statements));
        Warehouse = new(Options(lead?.Invoke(database) ?? database), time, _loggers);
    }

    public string Database { get; }

    public RedshiftWarehouse Warehouse { get; }

    public TestWarehouse Twin { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="servers">The servers.</param>
    /// <param name="lead">Leads the warehouse's own connection, not Spark's, another way.</param>
    /// <param name="time">The warehouse's time; null: the system's.</param>
    /// <param name="spark">Another Spark than the servers'.</param>
    public static async Task<RedshiftTest> MakeAsync(Servers servers, Func<string, string>? lead = null, TimeProvider? time = null, string? spark = null)
    {
        var test = new RedshiftTest(spark ?? servers.SparkRemote, await servers.Postgres.CreateDatabaseAsync(), lead, time ?? TimeProvider.System, await TestWarehouse.MakeAsync());
        await test.Warehouse.PrepareAsync(Token);
        return test;
    }

    public Task<IReadOnlyList<LoadOutcome>> LoadAsync(params LandedFile[] files) => Warehouse.LoadAsync(files, Token);

    /// <summary>Loads into both.</summary>
    public async Task LoadBothAsync(params LandedFile[] files)
    {
        Assert.Equal(await Twin.LoadAsync(files), await LoadAsync(files));
    }

    /// <summary>Rows as text, values separated by <c>|</c>.</summary>
    public async Task<string[]> ReadAsync(string sql) => Text(await Warehouse.QueryAsync(sql, [], Token));

    /// <summary>All tables are row by row the embedded warehouse's; only when they were loaded differs.</summary>
    public async Task AssertSameAsTwinAsync()
    {
        foreach (var table in WarehouseModel.Tables)
        {
            var sql = $"SELECT {string.Join(", ", table.Columns.Select(column => column.Name).Where(name => name != "loaded_at"))} FROM {table.Name}";
            var expected = Text(await Twin.Warehouse.QueryAsync(sql, [], Token)).Order(StringComparer.Ordinal);
            Assert.Equal(expected, (await ReadAsync(sql)).Order(StringComparer.Ordinal));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Warehouse.DisposeAsync();
        _loggers.Dispose();
        _statements.Dispose();
        Twin.Dispose();
        Assert.NotEmpty(_statements.Statements);
        Assert.All(_statements.Statements, sql => Assert.Null(RedshiftRules.Refusal(sql)));
    }

    private static string[] Text(QueryResult result) =>
        [.. result.Rows.Select(row => string.Join('|', row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))))];

    private RedshiftOptions Options(string database)
    {
        var address = new NpgsqlConnectionStringBuilder(Database);
        return new()
        {
            Redshift = database,
            SparkRemote = _spark,
            JdbcUrl = string.Create(CultureInfo.InvariantCulture, $"jdbc:postgresql://127.0.0.1:{address.Port}/{address.Database}?user={address.Username}"),
        };
    }
}
