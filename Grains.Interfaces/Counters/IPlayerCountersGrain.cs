namespace ShellCorp.Counters;

/// <summary>Reads one player's counters where all regions count; the key is the <see cref="PlayerId"/>.</summary>
[Alias("shellcorp.player-counters")]
public interface IPlayerCountersGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// The counters, as far as this region's and the others' counts have arrived. Null while they can't be read; nothing is lost then, and
    /// ratings don't depend on it.
    /// </summary>
    [Alias("get.v1")]
    Task<PlayerCounters?> GetAsync(CancellationToken cancellationToken);
}
