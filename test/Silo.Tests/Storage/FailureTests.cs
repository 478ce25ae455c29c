using Npgsql;
using Orleans.Storage;
using Postgres.TestServer;

namespace ShellCorp.Silo.Tests.Storage;

/// <summary>Lost answers and lost servers.</summary>
public sealed class FailureTests(SharedPostgres postgres)
{
    [PostgresFact]
    public async Task A_write_whose_answer_is_lost_fails_and_is_not_repeated()
    {
        await using var proxy = new PostgresProxy(postgres.Server.Port);
        await using var silos = await StateSilos.StartAsync(proxy.Lead(await postgres.Server.CreateDatabaseAsync()));
        var grain = States.NewGrain();
        var known = await silos.Storage.WriteNewAsync(grain, "first");

        proxy.LoseNextAnswer();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => silos.Storage.WriteAsync(grain, new(new() { Text = "second" }, known.ETag)));
        Assert.Equal(1, proxy.Lost);

        // It was done, once: who repeats it without reading is refused, and who reads finds the next version.
        await Assert.ThrowsAsync<InconsistentStateException>(() => silos.Storage.WriteAsync(grain, new(new() { Text = "second" }, known.ETag)));
        var read = await silos.Storage.ReadAsync(grain);
        Assert.Equal(("second", "2"), (read.State!.Text, read.ETag));
    }

    [PostgresFact]
    public async Task A_first_write_whose_answer_is_lost_is_not_repeated_either()
    {
        await using var proxy = new PostgresProxy(postgres.Server.Port);
        await using var silos = await StateSilos.StartAsync(proxy.Lead(await postgres.Server.CreateDatabaseAsync()));
        var grain = States.NewGrain();
        await silos.Storage.ReadAsync(grain);

        proxy.LoseNextAnswer();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => silos.Storage.WriteNewAsync(grain, "first"));

        await Assert.ThrowsAsync<InconsistentStateException>(() => silos.Storage.WriteNewAsync(grain, "first"));
        Assert.Equal("1", (await silos.Storage.ReadAsync(grain)).ETag);
    }

    [PostgresFact]
    public async Task A_grain_that_writes_after_a_lost_answer_is_deactivated_and_reads_again()
    {
        await using var proxy = new PostgresProxy(postgres.Server.Port);
        await using var silos = await StateSilos.StartAsync(proxy.Lead(await postgres.Server.CreateDatabaseAsync()));
        var grain = silos.Cluster.Client.GetGrain<INotedGrain>("noted");
        await grain.WriteAsync("first");
        var before = await grain.ActivationAsync();

        proxy.LoseNextAnswer();
        await Assert.ThrowsAnyAsync<Exception>(() => grain.WriteAsync("second"));
        await Assert.ThrowsAsync<InconsistentStateException>(() => grain.WriteAsync("third"));

        Assert.Equal("second", await grain.ReadAsync());
        Assert.NotEqual(before, await grain.ActivationAsync());
        await grain.WriteAsync("fourth");
        Assert.Equal("fourth", await grain.ReadAsync());
    }

    [PostgresFact]
    public async Task What_was_acknowledged_outlives_a_killed_server_and_grains_go_on_when_it_is_back()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var silos = await StateSilos.StartAsync(await server.CreateDatabaseAsync());
        var known = await silos.Storage.WriteNewAsync(States.NewGrain(), "warm");
        Assert.Equal("1", known.ETag);
        var grain = States.NewGrain();
        var state = await silos.Storage.WriteNewAsync(grain, "acknowledged");

        await server.KillAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => silos.Storage.WriteAsync(grain, new(new() { Text = "never" }, state.ETag)));
        await server.StartAgainAsync();

        var read = await Eventually.SucceedAsync<GrainState<Note>, NpgsqlException>("a read after the restart", () => silos.Storage.ReadAsync(grain));
        Assert.Equal(("acknowledged", state.ETag), (read.State!.Text, read.ETag));
        await silos.Storage.WriteAsync(grain, new(new() { Text = "later" }, read.ETag));
        Assert.Equal("later", (await silos.Storage.ReadAsync(grain)).State!.Text);
    }

    [PostgresFact]
    public async Task A_silo_without_its_database_does_not_start()
    {
        await using var server = await PostgresServer.StartAsync();
        var database = await server.CreateDatabaseAsync();
        await server.StopAsync();

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => StateSilos.StartAsync(database));
    }
}
