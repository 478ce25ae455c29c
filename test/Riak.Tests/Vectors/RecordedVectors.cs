using System.Text.Json;

namespace Riak.Tests.Vectors;

/// <summary>The exchanges recorded from a real server, in their order.</summary>
internal static class RecordedVectors
{
    public static IReadOnlyList<Vector> All { get; } = Load();

    public static Vector Named(string name) => All.Single(vector => vector.Name == name);

    private static List<Vector> Load()
    {
        using var stream = typeof(RecordedVectors).Assembly.GetManifestResourceStream("pb-vectors.json")!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty("vectors").EnumerateArray().Select(Read)];
    }

    private static Vector Read(JsonElement vector) => new(
        vector.GetProperty("name").GetString()!,
        vector.GetProperty("request").GetString()!,
        vector.GetProperty("response").GetString());
}
