using System.Collections.Immutable;

namespace ShellCorp.Grains.Counters;

/// <summary>
/// What a player's matches add that are counted for good, so that their ledgers needn't be read to know the totals. A match with a ledger that isn't
/// here is open: its ledger is the truth. An activation opens a match here before it first writes its ledger, so that another one, which doesn't know of that
/// writing, can't close the match with less.
/// </summary>
[GenerateSerializer, Immutable, Alias("shellcorp.player-totals.v1")]
public sealed record PlayerTotals
{
    /// <summary>No match yet.</summary>
    public static PlayerTotals Empty { get; } = new();

    /// <summary>The matches, ascending by id.</summary>
    [Id(0)] public ImmutableArray<MatchCounts> Closed { get; init; } = [];

    /// <summary>Grows with each change.</summary>
    [Id(1)] public int Revision { get; init; }

    /// <summary>Whether a match is closed.</summary>
    public bool IsClosed(MatchId match) => Closed.Any(counts => counts.Match == match);

    /// <summary>With matches counted for good.</summary>
    public PlayerTotals Close(IEnumerable<MatchCounts> matches)
    {
        var closing = matches.ToDictionary(counts => counts.Match);
        return closing.Count == 0 ? this : new()
        {
            Closed = [.. Closed.Where(counts => !closing.ContainsKey(counts.Match)).Concat(closing.Values).OrderBy(counts => counts.Match.Value)],
            Revision = Revision + 1,
        };
    }

    /// <summary>
    /// With a match open, and another revision in any case: whoever else has read these totals can't close the match any more without reading it anew.
    /// </summary>
    public PlayerTotals Open(MatchId match) => new() { Closed = [.. Closed.Where(counts => counts.Match != match)], Revision = Revision + 1 };
}
