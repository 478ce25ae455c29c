using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Storage;
using ShellCorp.Events;
using ShellCorp.Grains.Counters;
using ShellCorp.Grains.Players;
using ShellCorp.Silo.Storage;

namespace ShellCorp.Counters.Tests.Totals;

/// <summary>A player's totals outlive the ledgers in memory, whatever the order of events, and whoever else is active.</summary>
public sealed class PlayerLedgersTests
{
    private const int Matches = 6;
    private static readonly GrainId Player = GrainId.Create("playerrating", "C");
    private static readonly Serializer Serializer = new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    private readonly EmbeddedGrainStorage _storage = new(Serializer, new());

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Totals_are_the_same_in_any_order_with_few_ledgers_in_memory_and_read_anew(int seed)
    {
        PlayerUpdate[] updates = [.. Enumerable.Range(1, Matches).SelectMany(match => Enumerable.Range(0, 20).Select(number => Update(match, number)))];
        new Random(seed).Shuffle(updates);
        var ledgers = await OpenAsync();
        foreach (var some in updates.Chunk(7))
            await ApplyAsync(ledgers, some);

        var expected = CounterTotals.None.Fields
            .Add("2017/passes", 30).Add("2017/accuratePasses", 15).Add("2017/shots", 30).Add("2017/shotsOnTarget", 15).Add("2017/matches", 3).Add("2017/keyPasses", 3)
            .Add("2018/passes", 30).Add("2018/accuratePasses", 15).Add("2018/shots", 30).Add("2018/shotsOnTarget", 15).Add("2018/matches", 3).Add("2018/keyPasses", 3);
        Assert.Empty(ledgers.Totals.Minus(expected));
        Assert.Empty((await ledgers.ReadTotalsAsync()).Minus(expected));
        await ledgers.FlushAsync();
        var reopened = await OpenAsync();
        Assert.Empty(reopened.Totals.Minus(expected));
        Assert.Equal(updates.Length, reopened.Totals.Version);
    }

    [Fact]
    public async Task An_activation_that_knows_less_cannot_close_a_match_for_good()
    {
        var stale = await OpenAsync();
        await ApplyAsync(stale, [Update(1, 0)]);
        var other = await OpenAsync();
        await ApplyAsync(other, [Update(1, 1), Update(1, 2)]);

        await Assert.ThrowsAsync<InconsistentStateException>(stale.FlushAsync);
        Assert.Equal(3, (await stale.ReadTotalsAsync()).Version);
        await other.FlushAsync();
        Assert.Equal(3, (await OpenAsync()).Totals.Version);
    }

    private async Task<PlayerLedgers> OpenAsync()
    {
        var ledgers = new PlayerLedgers(_storage, Player, new() { LedgersInMemory = 2 });
        await ledgers.LoadAsync();
        return ledgers;
    }

    private static async Task ApplyAsync(PlayerLedgers ledgers, PlayerUpdate[] updates)
    {
        await ledgers.TrimAsync(updates.Select(update => update.MatchId).ToHashSet());
        foreach (var match in updates.GroupBy(update => update.MatchId))
        {
            var slot = await ledgers.OpenAsync(match.Key);
            await ledgers.StoreAsync(slot, slot.Ledger.Apply(slot.Ledger.Sift([.. match])));
        }
    }

    /// <summary>Half of them passes, half of each in order; the matches from the fourth on are a season later.</summary>
    private static PlayerUpdate Update(int match, int number) => new()
    {
        Id = $"{match}/{number}",
        MatchId = new(match),
        PlayerId = new(12),
        Kind = number < 10 ? PlayerAction.Pass : PlayerAction.Shot,
        Outcome = number % 2 == 0 ? ActionOutcome.Success : ActionOutcome.Failure,
        Qualifiers = number == 3 ? ActionQualifiers.KeyPass : ActionQualifiers.None,
        Time = new(MatchPeriod.FirstHalf, number, 0),
        OccurredAt = match <= 3 ? new(2018, 7, 31, 23, number, 0, TimeSpan.Zero) : new(2018, 8, 1, 0, number, 0, TimeSpan.Zero),
    };
}
