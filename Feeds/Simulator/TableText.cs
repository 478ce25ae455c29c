using System.Collections.Immutable;
using System.Globalization;

namespace ShellCorp.Feeds.Simulator;

/// <summary>The tables of numbers that come with the simulator, as lines of fields.</summary>
internal static class TableText
{
    /// <summary>The lines of a table, those of comments left out.</summary>
    public static ImmutableArray<string> Lines(string name)
    {
        using var stream = typeof(TableText).Assembly.GetManifestResourceStream($"simulator/{name}")
            ?? throw new InvalidOperationException($"The table {name} isn't in the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }

    /// <summary>The rows of a table of comma-separated values, the title left out.</summary>
    public static ImmutableArray<string[]> Rows(string name) => [.. Lines(name).Skip(1).Select(line => line.Split(','))];

    /// <summary>The part in front of the colon and the pairs of name and number behind it.</summary>
    public static (string[] Key, IEnumerable<(string Name, double Number)> Pairs) KeyAndPairs(string line)
    {
        var parts = line.Split(": ");
        return (parts[0].Split(' '), parts[1].Split(' ').Chunk(2).Select(pair => (pair[0], Number(pair[1]))));
    }

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public static double[] Numbers(IEnumerable<string> fields) => [.. fields.Select(Number)];

    public static T Name<T>(string text)
        where T : struct, Enum => Enum.Parse<T>(text, ignoreCase: true);
}
