namespace ShellCorp.Feeds.Simulator;

/// <summary>
/// Invented matches that look like real ones: chains of possession, about 1,700 events each, with the mix of the World Cup 2018. The same seed
/// gives the same matches, byte by byte, however many are asked for; so a seed that is played twice changes nothing the second time.
/// </summary>
/// <param name="seed">Any number; another one gives other clubs, players and matches.</param>
/// <param name="matches">How many matches, at least one.</param>
public sealed class SimulatorFeed(int seed, int matches) : IMatchFeed
{
    private readonly int _matches = matches > 0 ? matches : throw new ArgumentOutOfRangeException(nameof(matches), matches, "must be at least 1");

    /// <inheritdoc/>
    public string Name => "simulator";

    /// <inheritdoc/>
    public IAsyncEnumerable<FeedMatch> ReadAsync(CancellationToken cancellationToken) => Enumerable.Range(0, _matches)
        .Select(match =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return SimulatedMatch.Play(seed, match);
        })
        .ToAsyncEnumerable();
}
