using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using ShellCorp.Counters;

namespace ShellCorp.Grains.Counters;

/// <summary>Reads counters and keeps nothing.</summary>
[StatelessWorker]
internal sealed partial class PlayerCountersGrain(ILogger<PlayerCountersGrain> logger, ICounterStore? store = null) : Grain, IPlayerCountersGrain
{
    public async Task<PlayerCounters?> GetAsync(CancellationToken cancellationToken)
    {
        if (store is null)
            return null;

        var player = new PlayerId(this.GetPrimaryKeyLong());
        try
        {
            return Sort(player, await store.ReadAsync(player, cancellationToken));
        }
        catch (CounterStoreException failure)
        {
            LogNotRead(failure, player);
            return null;
        }
    }

    private static PlayerCounters Sort(PlayerId player, ImmutableDictionary<string, long> fields)
    {
        var known = fields.Select(field => (Name: CounterFields.Parse(field.Key), field.Value)).Where(field => field.Name is not null)
            .Select(field => (field.Name!.Value.Season, field.Name.Value.Counter, field.Value)).ToList();
        return new()
        {
            PlayerId = player,
            Seasons =
            [
                .. known.Where(field => field.Season is not null).GroupBy(field => field.Season!.Value).OrderByDescending(season => season.Key)
                    .Select(season => new SeasonCounters { Season = season.Key, Counts = season.ToImmutableDictionary(field => field.Counter, field => field.Value) }),
            ],
            Attention = known.Where(field => field.Season is null).ToImmutableDictionary(field => field.Counter, field => field.Value),
        };
    }

    [LoggerMessage(1621, LogLevel.Warning, "The counters of player {Player} can't be read.")]
    private partial void LogNotRead(Exception exception, PlayerId player);
}
