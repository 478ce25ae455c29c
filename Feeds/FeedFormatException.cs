namespace ShellCorp.Feeds;

/// <summary>A feed's data can't be understood.</summary>
/// <param name="file">The file, relative to the feed's folder.</param>
/// <param name="place">The row or element, for people.</param>
/// <param name="reason">What was expected and what stood there.</param>
public sealed class FeedFormatException(string file, string place, string reason)
    : Exception($"{file}, {place}: {reason}")
{
    /// <summary>The file, relative to the feed's folder.</summary>
    public string File { get; } = file;

    /// <summary>The row or element, for people.</summary>
    public string Place { get; } = place;
}
