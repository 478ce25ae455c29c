using Orleans.Storage;

namespace ShellCorp.Silo.Tests.Storage;

/// <summary>Reading and writing as a grain's activation does, each with what it knows.</summary>
internal static class States
{
    public const string Name = "note";

    public static GrainId NewGrain() => GrainId.Create("noted", Guid.NewGuid().ToString("n"));

    public static GrainState<Note> Fresh(string text) => new(new() { Text = text });

    public static async Task<GrainState<Note>> ReadAsync(this IGrainStorage storage, GrainId grain, string name = Name)
    {
        var state = new GrainState<Note>();
        await storage.ReadStateAsync(name, grain, state);
        return state;
    }

    public static async Task<GrainState<Note>> WriteAsync(this IGrainStorage storage, GrainId grain, GrainState<Note> state, string name = Name)
    {
        await storage.WriteStateAsync(name, grain, state);
        return state;
    }

    public static Task<GrainState<Note>> WriteNewAsync(this IGrainStorage storage, GrainId grain, string text, string name = Name) =>
        storage.WriteAsync(grain, Fresh(text), name);
}
