using System.Globalization;
using Orleans.Storage;
using ShellCorp.Grains.Counters;
using ShellCorp.Grains.Storage;

namespace ShellCorp.Grains.Players;

/// <summary>
/// A player's ledgers: each match's is a stored state of its own, so that an update writes the running match only, and one played twice, a
/// season later, is still recognised. Some are kept in memory; what the others add to the player's totals is kept with those.
/// </summary>
internal sealed class PlayerLedgers(IGrainStorage storage, GrainId player, PlayerRatingOptions options)
{
    private const string IndexName = "player-matches";
    private const string TotalsName = "player-totals";

    private readonly StoredState<PlayerMatches> _index = new(storage, IndexName, player, PlayerMatches.Empty, index => index.Matches.Length);
    private readonly StoredState<PlayerTotals> _totals = new(storage, TotalsName, player, PlayerTotals.Empty, totals => totals.Revision);
    private readonly Dictionary<MatchId, LedgerSlot> _slots = [];
    private long _uses;

    /// <summary>The matches that have a ledger.</summary>
    public PlayerMatches Index => _index.Value;

    /// <summary>The totals of all matches.</summary>
    public CounterTotals Totals =>
        CounterTotals.Sum(_totals.Value.Closed.Concat(_slots.Values.Where(slot => !slot.Ledger.IsEmpty && !_totals.Value.IsClosed(slot.Match)).Select(slot => slot.Counts)));

    /// <summary>Reads the index, the totals and the ledgers that aren't in them.</summary>
    public async Task LoadAsync()
    {
        await _index.EnsureAsync();
        await _totals.EnsureAsync();
        foreach (var match in Index.Matches.Where(match => !_totals.Value.IsClosed(match)))
            await OpenAsync(match);
    }

    /// <summary>The totals as they are stored, read anew and past what is in memory; may be called from any thread.</summary>
    public async Task<CounterTotals> ReadTotalsAsync()
    {
        var index = await new StoredState<PlayerMatches>(storage, IndexName, player, PlayerMatches.Empty, stored => stored.Matches.Length).EnsureAsync();
        var totals = await new StoredState<PlayerTotals>(storage, TotalsName, player, PlayerTotals.Empty, stored => stored.Revision).EnsureAsync();
        var open = new List<MatchCounts>();
        foreach (var match in index.Matches.Where(match => !totals.IsClosed(match)))
            open.Add(MatchCounts.Of(match, await State(match).EnsureAsync()));
        return CounterTotals.Sum(totals.Closed.Concat(open));
    }

    /// <summary>The slot of a match for applying updates, sure of what is stored.</summary>
    public async Task<LedgerSlot> OpenAsync(MatchId match)
    {
        if (!_slots.TryGetValue(match, out var slot))
            _slots[match] = slot = new(match, State(match));

        slot.LastUse = ++_uses;
        await slot.State.EnsureAsync();
        return slot;
    }

    /// <summary>Stores a slot's next ledger: the match's first after the match is in the index, this activation's first after the match is open.</summary>
    public async Task StoreAsync(LedgerSlot slot, RatingLedger next)
    {
        if (!slot.IsOpen)
        {
            await _totals.WriteAsync((await _totals.EnsureAsync()).Open(slot.Match));
            slot.IsOpen = true;
        }

        if (slot.Ledger.IsEmpty)
        {
            var known = await _index.EnsureAsync();
            var with = known.Add(slot.Match);
            if (!ReferenceEquals(known, with))
                await _index.WriteAsync(with);
        }

        await slot.State.WriteAsync(next);
    }

    /// <summary>
    /// A ledger for reading. One that isn't in memory is read past it: readers come in between the steps of a batch and must leave them alone.
    /// </summary>
    public async Task<RatingLedger> PeekAsync(MatchId match) =>
        _slots.TryGetValue(match, out var slot) && !slot.Ledger.IsEmpty ? slot.Ledger : await State(match).EnsureAsync();

    /// <summary>Lets go of the ledgers used longest ago, beyond the bound; counts them and those of matches that are over for good.</summary>
    /// <param name="needed">The matches about to be written.</param>
    public async Task TrimAsync(IReadOnlySet<MatchId> needed)
    {
        var surplus = _slots.Values.OrderBy(slot => slot.LastUse).Take(Math.Max(0, _slots.Count - options.LedgersInMemory)).ToList();
        foreach (var slot in surplus)
            await slot.State.FlushAsync();

        await CloseAsync(_slots.Values.Where(slot => slot.Ledger.Tally.Final && !needed.Contains(slot.Match)).Union(surplus));
        foreach (var slot in surplus)
            _slots.Remove(slot.Match);
    }

    /// <summary>Writes whatever storage lags behind by.</summary>
    public async Task FlushAsync()
    {
        foreach (var slot in _slots.Values)
            await slot.State.FlushAsync();
        await CloseAsync(_slots.Values);
    }

    /// <summary>What to take along to another silo.</summary>
    public MovingLedgers Pack() => new()
    {
        Index = _index.Pack(),
        Totals = _totals.Pack(),
        Ledgers = [.. _slots.Values.OrderBy(slot => slot.LastUse).Select(slot => (slot.Match, slot.State.Pack())).Where(packed => packed.Item2 is not null)
            .Select(packed => new MovingLedger { Match = packed.Match, State = packed.Item2! })],
    };

    /// <summary>Takes what came along.</summary>
    public void Unpack(MovingLedgers moved)
    {
        if (moved.Index is { } index)
            _index.Unpack(index);
        if (moved.Totals is { } totals)
            _totals.Unpack(totals);
        foreach (var ledger in moved.Ledgers)
        {
            var slot = new LedgerSlot(ledger.Match, State(ledger.Match)) { LastUse = ++_uses };
            slot.State.Unpack(ledger.State);
            _slots[ledger.Match] = slot;
        }
    }

    private async Task CloseAsync(IEnumerable<LedgerSlot> slots)
    {
        var totals = await _totals.EnsureAsync();
        List<LedgerSlot> open = [.. slots.Where(slot => !slot.Ledger.IsEmpty && !totals.IsClosed(slot.Match))];
        foreach (var slot in open)
            await slot.State.EnsureAsync();
        if (open.Count == 0)
            return;

        foreach (var slot in open)
            slot.IsOpen = false;
        await _totals.WriteAsync(totals.Close(open.Select(slot => slot.Counts)));
    }

    private StoredState<RatingLedger> State(MatchId match) =>
        new(storage, string.Create(CultureInfo.InvariantCulture, $"rating-{match.Value}"), player, RatingLedger.Empty, ledger => ledger.Version);
}
