namespace ShellCorp.AppHost.Running;

/// <summary>Where matches come from.</summary>
/// <param name="WyscoutFolder">A folder in Wyscout's format; null for the simulator.</param>
public sealed record FeedChoice(DirectoryInfo? WyscoutFolder)
{
    private const string Wyscout = "wyscout:";

    /// <summary>Reads <c>simulator</c> or <c>wyscout:folder</c>.</summary>
    /// <exception cref="FormatException">Neither, or the folder doesn't exist.</exception>
    public static FeedChoice Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == "simulator")
            return new(WyscoutFolder: null);
        if (!text.StartsWith(Wyscout, StringComparison.Ordinal) || text.Length == Wyscout.Length)
            throw new FormatException($"--feed '{text}': simulator, or wyscout:<folder>.");

        var folder = new DirectoryInfo(text[Wyscout.Length..]);
        return folder.Exists ? new(folder) : throw new FormatException($"--feed '{text}': there is no folder {folder.FullName}.");
    }

    /// <inheritdoc/>
    public override string ToString() => WyscoutFolder is { } folder ? $"{Wyscout}{folder}" : "simulator";
}
