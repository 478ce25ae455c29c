namespace ShellCorp.Feeds;

/// <summary>A source of matches.</summary>
public interface IMatchFeed
{
    /// <summary>What the report calls it: <c>simulator</c> or <c>wyscout:folder</c>.</summary>
    string Name { get; }

    /// <summary>The matches, in the order in which they are to be started; each is read when it is asked for.</summary>
    /// <exception cref="FeedFormatException">A file is missing or can't be understood.</exception>
    IAsyncEnumerable<FeedMatch> ReadAsync(CancellationToken cancellationToken);
}
