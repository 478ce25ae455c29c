using System.Collections.Immutable;
using ShellCorp.Grains.Counters;

namespace ShellCorp.Grains.Players;

/// <content>What the player's matches add up to, season by season. Sending it is the pump's business: no delivery waits for that.</content>
internal sealed partial class PlayerRatingGrain : ICountedGrain
{
    private CounterSync? _counting;

    public Task ResumeCountingAsync(long mark)
    {
        _counting?.Adopt(mark);
        return Task.CompletedTask;
    }

    private void StartCounting() => _counting = counters.Register(new(Player, CounterKind.Matches), _ledgers.Totals, _ledgers.ReadTotalsAsync);

    /// <summary>Stores what is new. That the counters may be behind is remembered before, and the totals are told after.</summary>
    private async Task CountAsync(ImmutableArray<LedgerDelivery> deliveries)
    {
        if (deliveries.All(delivery => delivery.Sifted.Fresh.IsEmpty))
        {
            // Stored before, perhaps, by a write whose answer was lost.
            _counting!.Tell(_ledgers.Totals, check: false);
            return;
        }

        var hasEnded = false;
        await _counting!.BeginAsync();
        try
        {
            var running = deliveries.Where(delivery => !delivery.Slot.Ledger.Tally.Final).ToList();
            await StoreAsync(deliveries);
            hasEnded = running.Exists(delivery => delivery.Slot.Ledger.Tally.Final);
        }
        finally
        {
            _counting.End(_ledgers.Totals, hasEnded);
        }
    }
}
