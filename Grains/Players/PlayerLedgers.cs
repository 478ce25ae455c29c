using System.Globalization;
using Orleans.Storage;
using ShellCorp.Grains.Storage;

namespace ShellCorp.Grains.Players;

/// <summary>
/// A player's ledgers: each match's is a stored state of its own, so that an update writes the running match only, and one played twice, a
/// season later, is still recognised. Some are kept in memory.
/// </summary>
internal sealed class PlayerLedgers(IGrainStorage storage, GrainId player, PlayerRatingOptions options)
{
    private readonly StoredState<PlayerMatches> _index = new(storage, "player-matches", player, PlayerMatches.Empty, index => index.Matches.Length);
    private readonly Dictionary<MatchId, LedgerSlot> _slots = [];
    private long _uses;

    /// <summary>The matches that have a ledger.</summary>
    public PlayerMatches Index => _index.Value;

    /// <summary>Reads the index.</summary>
    public async Task LoadAsync() => await _index.EnsureAsync();

    /// <summary>The slot of a match for applying updates, sure of what is stored.</summary>
    public async Task<LedgerSlot> OpenAsync(MatchId match)
    {
        if (!_slots.TryGetValue(match, out var slot))
            _slots[match] = slot = new(match, State(match));

        slot.LastUse = ++_uses;
        await slot.State.EnsureAsync();
        return slot;
    }

    /// <summary>Stores a slot's next ledger, and the match in the index before the match's first.</summary>
    public async Task StoreAsync(LedgerSlot slot, RatingLedger next)
    {
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

    /// <summary>Lets go of the ledgers used longest ago, beyond the bound.</summary>
    public async Task TrimAsync()
    {
        while (_slots.Count > options.LedgersInMemory)
        {
            var oldest = _slots.Values.MinBy(slot => slot.LastUse)!;
            await oldest.State.FlushAsync();
            _slots.Remove(oldest.Match);
        }
    }

    /// <summary>Writes whatever storage lags behind by.</summary>
    public async Task FlushAsync()
    {
        foreach (var slot in _slots.Values)
            await slot.State.FlushAsync();
    }

    /// <summary>What to take along to another silo.</summary>
    public MovingLedgers Pack() => new()
    {
        Index = _index.Pack(),
        Ledgers = [.. _slots.Values.OrderBy(slot => slot.LastUse).Select(slot => (slot.Match, slot.State.Pack())).Where(packed => packed.Item2 is not null)
            .Select(packed => new MovingLedger { Match = packed.Match, State = packed.Item2! })],
    };

    /// <summary>Takes what came along.</summary>
    public void Unpack(MovingLedgers moved)
    {
        if (moved.Index is { } index)
            _index.Unpack(index);
        foreach (var ledger in moved.Ledgers)
        {
            var slot = new LedgerSlot(ledger.Match, State(ledger.Match)) { LastUse = ++_uses };
            slot.State.Unpack(ledger.State);
            _slots[ledger.Match] = slot;
        }
    }

    private StoredState<RatingLedger> State(MatchId match) =>
        new(storage, string.Create(CultureInfo.InvariantCulture, $"rating-{match.Value}"), player, RatingLedger.Empty, ledger => ledger.Version);
}
