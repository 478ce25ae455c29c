using System.Text;
using System.Text.RegularExpressions;
using ShellCorp.Events.Json;

namespace ShellCorp.Grains.Interfaces.Tests.Events;

/// <summary>A record that a <c>kcat</c> command of docs/events.md sends, read from the command itself.</summary>
public sealed partial record DocumentedRecord(string Topic, string Key, IReadOnlyList<(string Name, string Value)> Headers, string Value)
{
    /// <summary>The command as it stands in the document.</summary>
    public required string Command { get; init; }

    public static string Document { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "events.md"));

    public static IReadOnlyList<DocumentedRecord> All { get; } =
        [.. Kcat().Matches(Document).Select(From)];

    public object Decode() => CloudEventCodec.Decode(
        Topic, Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes(Value), Headers.Select(header => EventHeader.Of(header.Name, header.Value)));

    public override string ToString() => $"{Topic} {Headers.First(header => header.Name == "ce_id").Value}";

    private static DocumentedRecord From(Match match)
    {
        var words = match.Groups["arguments"].Value.Replace("\\\n", " ", StringComparison.Ordinal)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var options = words.Zip(words.Skip(1)).Where(pair => pair.First.StartsWith('-')).ToLookup(pair => pair.First, pair => pair.Second);
        return new(
            options["-t"].Single(),
            options["-k"].Single(),
            [.. options["-H"].Select(header => header.Split('=', 2)).Select(parts => (parts[0], parts[1]))],
            match.Groups["value"].Value)
        {
            Command = match.Value,
        };
    }

    [GeneratedRegex(@"^kcat -P (?<arguments>[^<]+)<<'JSON'\n(?<value>[^\n]+)\nJSON$", RegexOptions.Multiline)]
    private static partial Regex Kcat();
}
