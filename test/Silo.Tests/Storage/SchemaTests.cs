using Npgsql;
using Oltp.Migrations;

namespace ShellCorp.Silo.Tests.Storage;

/// <summary>The tables, made at start by whichever silo is first.</summary>
public sealed class SchemaTests(SharedPostgres postgres)
{
    [PostgresFact]
    public async Task Many_silos_may_start_at_once()
    {
        var database = await postgres.Server.CreateDatabaseAsync();
        var starts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StateSilos.StartAsync(database, silos: 2)));
        try
        {
            var grain = States.NewGrain();
            await starts[0].Storage.WriteNewAsync(grain, "by one");
            Assert.All(
                await Task.WhenAll(starts.SelectMany(start => new[] { start.StorageOf(0), start.StorageOf(1) }).Select(storage => storage.ReadAsync(grain))),
                state => Assert.Equal("by one", state.State!.Text));
            Assert.Equal(1L, await ScalarAsync(database, "SELECT count(*) FROM migrations_grain_state"));
        }
        finally
        {
            foreach (var start in starts)
                await start.DisposeAsync();
        }
    }

    [PostgresFact]
    public async Task A_step_that_fails_leaves_nothing_of_itself_and_is_tried_again_at_the_next_start()
    {
        var database = await postgres.Server.CreateDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(database);
        var good = new Migration("0001-good", "CREATE TABLE good (id int)");
        var bad = new Migration("0002-bad", "CREATE TABLE half (id int); INSERT INTO nowhere VALUES (1)");

        var failure = await Assert.ThrowsAsync<MigrationFailedException>(() => MigrateAsync(source, good, bad));
        Assert.Equal("0002-bad", failure.Step);
        Assert.Equal(1L, await ScalarAsync(database, "SELECT count(*) FROM pg_tables WHERE tablename IN ('good', 'half')"));

        await MigrateAsync(source, good, bad with { Sql = "CREATE TABLE half (id int)" });
        Assert.Equal(2L, await ScalarAsync(database, "SELECT count(*) FROM pg_tables WHERE tablename IN ('good', 'half')"));
    }

    [PostgresFact]
    public async Task A_program_of_before_runs_on_a_newer_schema()
    {
        var database = await postgres.Server.CreateDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(database);
        var first = new Migration("0001-first", "CREATE TABLE first (id int)");
        await MigrateAsync(source, first, new("0002-second", "CREATE TABLE second (id int)"));

        await MigrateAsync(source, first);

        Assert.Equal(2L, await ScalarAsync(database, "SELECT count(*) FROM migrations_trial"));
    }

    [PostgresFact]
    public async Task Concurrent_programs_apply_each_step_once()
    {
        var database = await postgres.Server.CreateDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(database);
        var steps = Enumerable.Range(1, 5).Select(step => new Migration($"{step:d4}", $"CREATE TABLE step_{step} (id int)")).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => MigrateAsync(source, steps)));

        Assert.Equal(5L, await ScalarAsync(database, "SELECT count(*) FROM migrations_trial"));
    }

    private static Task MigrateAsync(NpgsqlDataSource source, params Migration[] steps) =>
        PostgresMigrator.MigrateAsync(source, new("trial", steps), Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance, CancellationToken.None);

    private static async Task<object?> ScalarAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
