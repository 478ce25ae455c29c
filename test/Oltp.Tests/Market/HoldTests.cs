using Npgsql;
using Oltp.Migrations;
using Oltp.Sessions;

namespace ShellCorp.Oltp.Tests.Market;

/// <summary>Names that one holder has at a time.</summary>
public sealed class HoldTests(SharedPostgres postgres)
{
    [Fact]
    public async Task In_PostgreSQL_a_name_has_one_holder_until_it_lets_go_or_loses_its_session()
    {
        var connection = await postgres.Server.CreateDatabaseAsync();
        await using var one = new PostgresDatabase(NpgsqlDataSource.Create($"{connection};Application Name=one"));
        await using var other = new PostgresDatabase(NpgsqlDataSource.Create(connection));

        await AssertExclusiveAsync(one, other);

        await using var lost = await one.TryHoldAsync("name", default);
        await EndSessionsAsync(connection, "one");
        Assert.False(await lost!.IsHeldAsync(default));
        await using var taken = await other.TryHoldAsync("name", default);
        Assert.NotNull(taken);
    }

    [Fact]
    public async Task In_SQLite_a_name_has_one_holder_until_it_lets_go()
    {
        await using var database = await SqliteDatabase.OpenAsync(new MigrationSet("none", []), default);

        await AssertExclusiveAsync(database, database);
    }

    private static async Task AssertExclusiveAsync(IOltpDatabase one, IOltpDatabase other)
    {
        var hold = await one.TryHoldAsync("name", default);
        Assert.NotNull(hold);
        Assert.True(await hold.IsHeldAsync(default));
        Assert.Null(await other.TryHoldAsync("name", default));
        await using (var another = await other.TryHoldAsync("another", default))
            Assert.NotNull(another);

        await hold.DisposeAsync();
        await using var next = await other.TryHoldAsync("name", default);
        Assert.NotNull(next);
    }

    private static async Task EndSessionsAsync(string connection, string name)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = $1");
        command.Parameters.Add(new() { Value = name });
        Assert.NotEqual(0L, await command.ExecuteScalarAsync());
    }
}
