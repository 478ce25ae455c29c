using System.Text.Json;

namespace SparkConnect.Tests.Recorded;

/// <summary>The exchanges that were recorded with a real server.</summary>
internal static class Recording
{
    public static IReadOnlyDictionary<string, Exchange> Exchanges { get; } = Load();

    private static Dictionary<string, Exchange> Load()
    {
        using var stream = typeof(Recording).Assembly.GetManifestResourceStream("connect-vectors.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("entries").EnumerateArray().Select(entry => new Exchange(entry.Clone())).ToDictionary(exchange => exchange.Name);
    }
}
