using System.Globalization;
using Npgsql;
using Patroni.Partitions;
using Patroni.Tests.Clusters;
using ShellCorp.Silo.Storage;
using ShellCorp.Silo.Tests.Storage;

namespace Patroni.Tests.Partitions;

/// <summary>Grain state in partitions over two scopes, moved while it is written.</summary>
[Collection(nameof(SharedClusters))]
public sealed class PartitionTests(SharedClusters clusters) : IAsyncLifetime
{
    private PartitionedSilo? _silo;

    private PartitionedSilo Silo => _silo!;

    public async ValueTask InitializeAsync()
    {
        if (PatroniInstallation.Missing is not null)
            return;
        await Task.WhenAll(clusters.Market.HealAsync(), clusters.Second.HealAsync());
        _silo = await PartitionedSilo.StartAsync(clusters);
    }

    public ValueTask DisposeAsync() => _silo?.DisposeAsync() ?? ValueTask.CompletedTask;

    [PatroniFact]
    public async Task The_database_finds_the_same_partition_as_the_program()
    {
        foreach (var key in (string[])["", "7", "0f", "Łódź", "⚽", new string('x', 10_000)])
        {
            await using var command = Silo.Servers.Market.CreateCommand("SELECT partition_of(@key)");
            command.Parameters.Add(new NpgsqlParameter("key", key));
            Assert.Equal(PartitionHash.Of(key, PartitionedSilo.Partitions), await command.ExecuteScalarAsync());
        }
    }

    [PatroniFact]
    public async Task A_partition_moves_to_another_scope_and_back_while_grains_write_and_nothing_is_lost()
    {
        await using var load = new StateLoad(() => Silo.Storage, grains: 24);
        await load.GoesOnAsync("at first");

        Assert.Equal((0, ""), await CommandAsync("move", "0", "second"));
        await load.GoesOnAsync("after the move");
        Assert.Equal(0, await Silo.RowsAsync("market", 0));
        Assert.Equal(load.In(0), await Silo.RowsAsync("second", 0));
        Assert.Equal((0, "0\tsecond\n1\tsecond\n2\tmarket\n3\tsecond\n"), await CommandAsync("show"));

        Assert.Equal((0, ""), await CommandAsync("move", "0", "market"));
        await load.GoesOnAsync("after the move back");
        Assert.Equal(load.In(0), await Silo.RowsAsync("market", 0));
        Assert.Equal(0, load.Failures);
        await load.AssertNothingLostAsync();
    }

    [PatroniFact]
    public async Task A_move_that_crashed_after_any_step_is_taken_up_again_and_nothing_is_lost()
    {
        await using var load = new StateLoad(() => Silo.Storage, grains: 16);
        await load.GoesOnAsync("at first");
        foreach (var (round, step) in Enum.GetValues<MoveStep>().Index())
        {
            var to = round % 2 == 0 ? "second" : "market";
            var crashing = Silo.Mover(reached => reached == step ? throw new IOException($"Crashed on purpose after {step}.") : Task.CompletedTask);
            await Assert.ThrowsAsync<IOException>(() => crashing.MoveAsync(0, to, default));
            if (step != MoveStep.Done)
            {
                var refused = await Assert.ThrowsAsync<PartitionMapException>(() => Silo.Mover().MoveAsync(0, to, default));
                Assert.Contains("the test", refused.Message, StringComparison.Ordinal);
                // Two at once, as when one was only thought to have crashed.
                await Task.WhenAll(TryResumeAsync(), TryResumeAsync());
            }

            var place = (await Silo.Servers.ReadMapAsync(default)).Partitions[0];
            Assert.Equal(new() { Scope = to }, place);
            await load.GoesOnAsync($"after a crash after {step}");
            Assert.Equal(load.In(0), await Silo.RowsAsync(to, 0));
            Assert.Equal(0, await Silo.RowsAsync(to == "market" ? "second" : "market", 0));
        }

        await load.AssertNothingLostAsync();

        async Task TryResumeAsync()
        {
            for (var tries = 0; (await Silo.Servers.ReadMapAsync(default)).Partitions[0].Move is not null; tries++)
            {
                try
                {
                    await Silo.Mover().ResumeAsync(0, default);
                }
                catch (Exception other) when (tries < 20 && other is PartitionMapException or PostgresException)
                {
                    // The other one was in the midst of it; what it has done is looked at anew.
                    continue;
                }
            }
        }
    }

    [PatroniFact]
    public async Task A_move_can_be_given_up_until_the_partition_has_left()
    {
        await using var load = new StateLoad(() => Silo.Storage, grains: 8);
        await load.GoesOnAsync("at first");
        foreach (var step in (MoveStep[])[MoveStep.Announced, MoveStep.Frozen, MoveStep.Copied])
        {
            await CrashAsync(step);
            Assert.Equal((0, ""), await CommandAsync("cancel", "0"));
            Assert.Equal(new() { Scope = "market" }, (await Silo.Servers.ReadMapAsync(default)).Partitions[0]);
            await load.GoesOnAsync($"after a move was given up after {step}");
        }

        await CrashAsync(MoveStep.Left);
        var (code, refused) = await CommandAsync("cancel", "0");
        Assert.Equal(1, code);
        Assert.Contains("can only be resumed", refused, StringComparison.Ordinal);
        Assert.Equal((0, ""), await CommandAsync("resume", "0"));
        await load.GoesOnAsync("in the other scope");
        Assert.Equal(load.In(0), await Silo.RowsAsync("second", 0));
        await load.AssertNothingLostAsync();
    }

    [PatroniFact]
    public async Task A_silo_that_has_not_heard_of_a_move_neither_writes_to_the_old_place_nor_reads_there()
    {
        await using var way = new Gate(clusters.ZooKeeper.Port);
        await using var late = await Silo.StartAnotherAsync(way.Port);
        var grain = Enumerable.Range(0, 1000).Select(_ => States.NewGrain()).First(grain => PartitionHash.Of(grain.Key.ToString()!, PartitionedSilo.Partitions) == 0);
        var known = await late.Storage.WriteNewAsync(grain, "before");

        way.Close();
        await Silo.Mover().MoveAsync(0, "second", default);
        await Silo.Storage.WriteAsync(grain, new(new() { Text = "after" }, known.ETag));

        known.State = new() { Text = "late" };
        Assert.Equal(PartitionSchema.NotHere, (await Assert.ThrowsAsync<PostgresException>(() => late.Storage.WriteAsync(grain, known))).SqlState);
        Assert.Equal(PartitionSchema.NotHere, (await Assert.ThrowsAsync<PostgresException>(() => late.Storage.ReadAsync(grain))).SqlState);
        Assert.Equal("after", (await Silo.Storage.ReadAsync(grain)).State!.Text);
        way.Open();
        await Eventually.HoldAsync("the late silo to hear of it", () => late.Servers.Map?.Partitions[0].Scope == "second");
        Assert.Equal("after", (await late.Storage.ReadAsync(grain)).State!.Text);
    }

    [PatroniFact]
    public async Task What_cannot_be_moved_is_refused_and_nothing_changes()
    {
        foreach (var (arguments, reason) in ((string[] Arguments, string Reason)[])[
            (["move", "4", "second"], "There is no partition 4"), (["move", "0", "third"], "There is no scope 'third'"), (["move", "0", "market"], "already"),
            (["resume", "0"], "nobody moves it"), (["cancel", "0"], "nobody moves it")])
        {
            var (code, told) = await CommandAsync(arguments);
            Assert.Equal(1, code);
            Assert.Contains(reason, told, StringComparison.Ordinal);
        }

        Assert.Equal(2, (await CommandAsync("move", "x", "second")).Code);
        Assert.Equal((0, "0\tmarket\n1\tsecond\n2\tmarket\n3\tsecond\n"), await CommandAsync("show"));
    }

    private Task CrashAsync(MoveStep step) => Assert.ThrowsAsync<IOException>(
        () => Silo.Mover(reached => reached == step ? throw new IOException("Crashed on purpose.") : Task.CompletedTask).MoveAsync(0, "second", default));

    private async Task<(int Code, string Told)> CommandAsync(params string[] arguments)
    {
        await using var told = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        return (await PartitionCommands.RunAsync([.. arguments, .. Silo.Arguments], told, told), told.ToString());
    }
}
