using System.Collections.Immutable;
using Riak.TestServer.Proxy;
using ShellCorp.Counters.Tests.Systems;
using ShellCorp.Events;
using ShellCorp.Grains.Counters;

namespace ShellCorp.Counters.Tests.Storms;

/// <summary>Everything goes wrong at once, in silos with the whole way of an event.</summary>
public sealed class StormTests
{
    private const int Seed = 20260812;
    private const int Players = 1000;
    private const int Each = 100;

    private static readonly DateTimeOffset KickOff = new(2026, 3, 14, 15, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_hundred_thousand_counts_of_a_thousand_players_are_exact_through_lost_answers_held_requests_and_killed_silos()
    {
        await using var riak = new RiakTarget();
        riak.Proxy.Decide = new SeededFaults(Seed, droppedAnswers: 0.1, heldRequests: 0.03, otherFaults: 0.02).Choose;
        await using var cluster = await CounterCluster.StartAsync(silos: 3, riak);
        var updates = Updates();

        await cluster.SendAsync(updates.Take(updates.Count / 3));
        await cluster.Silos.KillSiloAsync(cluster.Silos.Silos[1]);
        await cluster.SendAsync(updates.Skip(updates.Count / 3).Take(updates.Count / 3));
        await cluster.Silos.StartAdditionalSiloAsync();
        await cluster.Silos.KillSiloAsync(cluster.Silos.Silos[1]);
        await cluster.SendAsync(updates.Skip(updates.Count / 3 * 2));
        foreach (var player in updates.GroupBy(update => (update.PlayerId, update.MatchId)))
            await cluster.AppliedAsync(player.Key.PlayerId, player.Key.MatchId, player.Count());
        // The map is quiet from here on: what is held comes now, and nothing else goes wrong.
        riak.Proxy.Decide = _ => Fault.None;
        await riak.Proxy.DeliverHeldAsync();

        foreach (var player in updates.GroupBy(update => update.PlayerId))
            await ExactAsync(riak, player.Key, Expected(player), () => $"Seed {Seed}; the silos say {cluster.Status}.");
    }

    private static async Task ExactAsync(RiakTarget riak, PlayerId player, ImmutableDictionary<string, long> expected, Func<string> more) => await Eventually.ReachAsync(
        $"the counts of player {player}",
        async () => Text(CounterTotals.Difference(expected, await riak.DirectStore().ReadOwnAsync(player, default))),
        difference => difference.Length == 0,
        more);

    private static string Text(ImmutableDictionary<string, long> difference) => string.Join(", ", difference.Select(field => $"{field.Key} is to change by {field.Value}"));

    /// <summary>A hundred events of a thousand players, in an order that mixes them.</summary>
    private static List<PlayerUpdate> Updates()
    {
        var random = new Random(Seed);
        var updates = new List<PlayerUpdate>();
        for (var number = 0; number < Each; number++)
        {
            for (var player = 1; player <= Players; player++)
            {
                updates.Add(new()
                {
                    Id = $"storm/{player}/{number}",
                    MatchId = new(1 + (player / 20)),
                    PlayerId = new(player),
                    Kind = Kinds[random.Next(Kinds.Length)],
                    Outcome = random.Next(3) == 0 ? ActionOutcome.Failure : ActionOutcome.Success,
                    Time = new(MatchPeriod.FirstHalf, number % 45, number % 60),
                    OccurredAt = KickOff.AddMinutes(number % 45),
                });
            }
        }

        return updates;
    }

    private static readonly PlayerAction[] Kinds = [PlayerAction.Pass, PlayerAction.Pass, PlayerAction.Shot, PlayerAction.AerialDuel, PlayerAction.Foul, PlayerAction.ThrowIn];

    /// <summary>Counted here by other means than the product's.</summary>
    private static ImmutableDictionary<string, long> Expected(IEnumerable<PlayerUpdate> updates)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal) { ["2025/matches"] = 1 };
        foreach (var update in updates)
        {
            var (all, won) = update.Kind switch
            {
                PlayerAction.Pass => ("2025/passes", "2025/accuratePasses"),
                PlayerAction.Shot => ("2025/shots", "2025/shotsOnTarget"),
                PlayerAction.AerialDuel => ("2025/duels", "2025/duelsWon"),
                PlayerAction.Foul => ("2025/fouls", ""),
                _ => ("", ""),
            };
            Raise(all);
            if (update.Outcome == ActionOutcome.Success)
                Raise(won);
        }

        return counts.ToImmutableDictionary();

        void Raise(string field)
        {
            if (field.Length > 0)
                counts[field] = counts.GetValueOrDefault(field) + 1;
        }
    }
}
