namespace ShellCorp.Grains.Interfaces.Tests.Contracts;

/// <summary>The bytes of messages as they were written once, see messages.txt.</summary>
internal static class RecordedMessages
{
    private const string Resource = "contracts/messages.txt";

    /// <summary>The recordings of each alias, in the order in which they were made: the last one is what is written today.</summary>
    public static ILookup<string, string> ByAlias { get; } = Read().ToLookup(line => line[0], line => line[1], StringComparer.Ordinal);

    private static IEnumerable<string[]> Read()
    {
        using var stream = typeof(RecordedMessages).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The recordings {Resource} aren't in the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' '))];
    }
}
