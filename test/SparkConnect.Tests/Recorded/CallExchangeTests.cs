using SparkConnect.Errors;
using SparkConnect.Results;
using SparkConnect.Statements;

namespace SparkConnect.Tests.Recorded;

/// <summary>Settings, analysis, interrupts and releases, as recorded.</summary>
public sealed class CallExchangeTests
{
    private static readonly Guid Session = new("0a0a0a0a-0000-4000-8000-000000000001");
    private static readonly Guid Reattached = new("11111111-2222-3333-4444-000000000048");

    [Fact]
    public async Task Settings()
    {
        var server = new RecordedServer(
            "config.set", "config.get", "config.get_option", "config.get_with_default", "config.get_all_prefix", "config.is_modifiable", "config.unset",
            "config.set.catalog", "config.set.ansi", "config.unset.ansi", "config.set.stacktrace", "config.unset.stacktrace");
        using var client = server.Connect();
        var settings = client.OpenSession(Session).Configuration;

        Assert.Empty(await settings.SetAsync(Pairs(("spark.sql.session.timeZone", "UTC"), ("spark.sql.shuffle.partitions", "2"))));
        Assert.Equal("2", (await settings.GetAsync(["spark.sql.session.timeZone", "spark.sql.shuffle.partitions"]))["spark.sql.shuffle.partitions"]);
        var found = await settings.FindAsync(["spark.sql.session.timeZone", "spark.sql.nosuch"]);
        Assert.Equal(("UTC", null), (found["spark.sql.session.timeZone"], found["spark.sql.nosuch"]));
        Assert.Equal("dflt", (await settings.GetOrDefaultAsync(Pairs(("spark.sql.nosuch", "dflt"))))["spark.sql.nosuch"]);
        Assert.Equal("UTC", (await settings.GetAllAsync("spark.sql.session."))["timeZone"]);
        var modifiable = await settings.AreModifiableAsync(["spark.sql.shuffle.partitions", "spark.executor.memory"]);
        Assert.Equal((true, false), (modifiable["spark.sql.shuffle.partitions"], modifiable["spark.executor.memory"]));
        await settings.UnsetAsync(["spark.sql.shuffle.partitions"]);
        await settings.SetAsync(Pairs(
            ("spark.sql.catalog.pg", "org.apache.spark.sql.execution.datasources.v2.jdbc.JDBCTableCatalog"),
            ("spark.sql.catalog.pg.url", "jdbc:postgresql://127.0.0.1:25999/spark?user=postgres"), ("spark.sql.catalog.pg.driver", "org.postgresql.Driver")));
        await settings.SetAsync(Pairs(("spark.sql.ansi.enabled", "true")));
        await settings.UnsetAsync(["spark.sql.ansi.enabled"]);
        await settings.SetAsync(Pairs(("spark.sql.pyspark.jvmStacktrace.enabled", "true")));
        await settings.UnsetAsync(["spark.sql.pyspark.jvmStacktrace.enabled"]);
        server.AssertAllCame();
    }

    [Fact]
    public async Task RefusedSettings()
    {
        var server = new RecordedServer("config.get.missing", "config.set.static");
        using var client = server.Connect();
        var settings = client.OpenSession(Session).Configuration;

        var missing = await Assert.ThrowsAsync<SparkServerException>(() => settings.GetAsync(["spark.sql.nosuch"]));
        StatementExchangeTests.AssertError(Recording.Exchanges["config.get.missing"], missing);
        var fixedSetting = await Assert.ThrowsAsync<SparkServerException>(() => settings.SetAsync(Pairs(("spark.sql.warehouse.dir", "x"))));
        StatementExchangeTests.AssertError(Recording.Exchanges["config.set.static"], fixedSetting);
        server.AssertAllCame();
    }

    [Fact]
    public async Task Analysis()
    {
        var server = new RecordedServer("analyze.spark_version", "analyze.schema", "analyze.explain", "analyze.ddl_parse");
        using var client = server.Connect();
        var session = client.OpenSession(Session);

        Assert.Equal("3.5.2", await session.GetVersionAsync());
        Assert.Equal(
            [new SparkField("x", "int", false), new("d", "decimal(12,3)", true), new("l", "array<string>", false)],
            await session.GetSchemaAsync(new SparkStatement("select 1 as x, cast(null as decimal(12,3)) d, array('a') l") { PlanId = 0 }));
        Assert.Contains("Range (0, 3", await session.ExplainAsync(new SparkStatement("select id from range(3) where id > 1") { PlanId = 0 }), StringComparison.Ordinal);
        Assert.Equal([new SparkField("a", "int", true), new("b", "string", false)], await session.ParseColumnsAsync("a int, b string not null"));
        server.AssertAllCame();
    }

    [Fact]
    public async Task InterruptsAndReleases()
    {
        var server = new RecordedServer(
            "interrupt.by_operation_id", "interrupt.all_none_running", "reattachable.release_all", "reattachable.release_all_again");
        using var client = server.Connect();
        var session = client.OpenSession(Session);
        var victim = new Guid("11111111-2222-3333-4444-000000000053");

        Assert.Equal([victim], await session.InterruptAsync(victim));
        // The server counts an operation whose plan it refused among those that run.
        Assert.Equal([new Guid("11111111-2222-3333-4444-000000000046")], await session.InterruptAllAsync());
        Assert.True(await session.ReleaseAsync(Reattached));
        Assert.False(await session.ReleaseAsync(Reattached));
        server.AssertAllCame();
    }

    private static Dictionary<string, string> Pairs(params (string Key, string Value)[] pairs) => pairs.ToDictionary(pair => pair.Key, pair => pair.Value);
}
