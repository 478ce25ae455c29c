using System.Collections.Immutable;
using System.Security.Cryptography;
using Orleans.Storage;

namespace ShellCorp.Silo.Tests.Storage;

/// <summary>What grains rely on, held on a real server.</summary>
public sealed class StorageTests(SharedPostgres postgres) : IAsyncLifetime
{
    private const int Writers = 16;
    private StateSilos? _silos;

    private IGrainStorage Storage => _silos!.Storage;

    public async ValueTask InitializeAsync()
    {
        if (global::Postgres.TestServer.Installation.Missing is null)
            _silos = await StateSilos.StartAsync(await postgres.Server.CreateDatabaseAsync());
    }

    public ValueTask DisposeAsync() => _silos?.DisposeAsync() ?? ValueTask.CompletedTask;

    [PostgresFact]
    public async Task What_was_never_written_does_not_exist()
    {
        var state = await Storage.ReadAsync(States.NewGrain());

        Assert.False(state.RecordExists);
        Assert.Null(state.ETag);
    }

    [PostgresFact]
    public async Task What_was_written_is_read_as_it_was()
    {
        var grain = States.NewGrain();
        var note = new Note
        {
            Text = "Zoë ⚽ \0 \"'; DROP TABLE grainstate; --",
            Players = [new(7), new(long.MaxValue)],
            Names = ImmutableDictionary<long, string>.Empty.Add(1, "one").Add(-1, ""),
            Bytes = new byte[] { 0, 1, 255 },
        };

        var written = await Storage.WriteAsync(grain, new(note));
        var read = await Storage.ReadAsync(grain);

        Assert.True(read.RecordExists);
        Assert.Equal(written.ETag, read.ETag);
        Assert.Equivalent(note, read.State, strict: true);
        Assert.Equal(note.Bytes.ToArray(), read.State!.Bytes.ToArray());
    }

    [PostgresFact]
    public async Task Of_concurrent_first_writes_exactly_one_wins()
    {
        for (var round = 0; round < 20; round++)
        {
            var grain = States.NewGrain();
            var outcomes = await TogetherAsync(writer => Storage.WriteNewAsync(grain, $"{writer}"));

            var won = Assert.Single(outcomes, outcome => outcome.Refused is null);
            Assert.Equal(won.State!.State!.Text, (await Storage.ReadAsync(grain)).State!.Text);
        }
    }

    [PostgresFact]
    public async Task Of_concurrent_later_writes_exactly_one_wins()
    {
        var grain = States.NewGrain();
        var etag = (await Storage.WriteNewAsync(grain, "first")).ETag;
        for (var round = 0; round < 20; round++)
        {
            var outcomes = await TogetherAsync(writer => Storage.WriteAsync(grain, new(new() { Text = $"{round}/{writer}" }, etag)));

            var won = Assert.Single(outcomes, outcome => outcome.Refused is null);
            Assert.Equal(won.State!.State!.Text, (await Storage.ReadAsync(grain)).State!.Text);
            etag = won.State.ETag;
        }
    }

    [PostgresFact]
    public async Task A_write_with_a_stale_etag_is_refused_and_changes_nothing()
    {
        var grain = States.NewGrain();
        var first = (await Storage.WriteNewAsync(grain, "first")).ETag;
        await Storage.WriteAsync(grain, new(new() { Text = "second" }, first));

        await Assert.ThrowsAsync<InconsistentStateException>(() => Storage.WriteAsync(grain, new(new() { Text = "third" }, first)));

        Assert.Equal("second", (await Storage.ReadAsync(grain)).State!.Text);
    }

    [PostgresFact]
    public async Task A_clear_with_a_stale_etag_is_refused_and_changes_nothing()
    {
        var grain = States.NewGrain();
        var first = (await Storage.WriteNewAsync(grain, "first")).ETag;
        await Storage.WriteAsync(grain, new(new() { Text = "second" }, first));

        await Assert.ThrowsAsync<InconsistentStateException>(
            () => Storage.ClearStateAsync(States.Name, grain, new GrainState<Note>(new(), first) { RecordExists = true }));

        Assert.Equal("second", (await Storage.ReadAsync(grain)).State!.Text);
    }

    [PostgresFact]
    public async Task What_was_cleared_can_be_written_again_but_not_by_who_has_not_seen_the_clearing()
    {
        var grain = States.NewGrain();
        var state = await Storage.WriteNewAsync(grain, "first");
        var before = state.ETag;
        await Storage.ClearStateAsync(States.Name, grain, state);

        var cleared = await Storage.ReadAsync(grain);
        Assert.False(cleared.RecordExists);
        await Assert.ThrowsAsync<InconsistentStateException>(() => Storage.WriteAsync(grain, new(new() { Text = "late" }, before)));
        await Assert.ThrowsAsync<InconsistentStateException>(() => Storage.WriteNewAsync(grain, "new"));

        await Storage.WriteAsync(grain, new(new() { Text = "again" }, cleared.ETag));
        var read = await Storage.ReadAsync(grain);
        Assert.Equal(("again", true), (read.State!.Text, read.RecordExists));
    }

    [PostgresFact]
    public async Task A_state_of_several_megabytes_is_kept()
    {
        var grain = States.NewGrain();
        var bytes = new byte[8_000_000];
        new Random(1).NextBytes(bytes);

        var state = await Storage.WriteAsync(grain, new(new() { Bytes = bytes }));
        bytes[0] ^= 1;
        await Storage.WriteAsync(grain, new(new() { Bytes = bytes }, state.ETag));

        var read = await Storage.ReadAsync(grain);
        Assert.Equal(SHA256.HashData(bytes), SHA256.HashData(read.State!.Bytes.Span));
    }

    [PostgresFact]
    public async Task Many_writers_of_many_states_do_not_disturb_each_other()
    {
        var grains = Enumerable.Range(0, 100).Select(_ => States.NewGrain()).ToList();
        await Task.WhenAll(grains.Select(async (grain, index) =>
        {
            var state = States.Fresh("");
            for (var write = 0; write < 20; write++)
            {
                state.State = new() { Text = $"{index}/{write}" };
                await Storage.WriteAsync(grain, state);
            }
        }));

        for (var index = 0; index < grains.Count; index++)
            Assert.Equal($"{index}/19", (await Storage.ReadAsync(grains[index])).State!.Text);
    }

    private static async Task<(GrainState<Note>? State, InconsistentStateException? Refused)[]> TogetherAsync(Func<int, Task<GrainState<Note>>> write)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writes = Enumerable.Range(0, Writers).Select(async writer =>
        {
            await start.Task;
            try
            {
                return ((GrainState<Note>?)await write(writer), (InconsistentStateException?)null);
            }
            catch (InconsistentStateException refused)
            {
                return (null, refused);
            }
        }).ToList();
        start.SetResult();
        return await Task.WhenAll(writes);
    }
}
