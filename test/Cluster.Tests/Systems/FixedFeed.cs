using System.Collections.Immutable;
using ShellCorp.Feeds;

namespace ShellCorp.Cluster.Tests.Systems;

/// <summary>Matches that the test has at hand.</summary>
internal sealed class FixedFeed(ImmutableArray<FeedMatch> matches) : IMatchFeed
{
    public string Name => "fixed";

    public IAsyncEnumerable<FeedMatch> ReadAsync(CancellationToken cancellationToken) => matches.ToAsyncEnumerable();
}
