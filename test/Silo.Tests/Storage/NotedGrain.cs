using ShellCorp.Grains.Storage;

namespace ShellCorp.Silo.Tests.Storage;

/// <summary>A grain as anyone writes one, with Orleans's own persistent state.</summary>
internal sealed class NotedGrain([PersistentState(States.Name, GrainStores.Default)] IPersistentState<Note> note) : Grain, INotedGrain
{
    private readonly Guid _activation = Guid.NewGuid();

    public Task<string> ReadAsync() => Task.FromResult(note.State.Text);

    public async Task WriteAsync(string text)
    {
        note.State = new() { Text = text };
        await note.WriteStateAsync();
    }

    public Task<Guid> ActivationAsync() => Task.FromResult(_activation);
}
