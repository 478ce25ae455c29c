using Riak.DataTypes;
using Riak.Errors;

namespace Riak.Tests.Proxies;

/// <summary>Counts in a map's field so that it is exact once the map is quiet: after an unknown outcome by the difference to what is there.</summary>
internal sealed class DifferenceCounter(RiakClient client, RiakLocation where)
{
    private const string Field = "passes@eu";
    private bool _unsure;

    public long Total { get; private set; }

    public int Unknown { get; private set; }

    public async Task AddAsync(long by)
    {
        Total += by;
        if (_unsure)
            await CorrectAsync();
        else
            await IncrementAsync(by);
    }

    public async Task CorrectAsync() => await IncrementAsync(Total - (await ReadAsync() ?? 0));

    public async Task<long?> ReadAsync() =>
        (await client.FetchMapAsync(where, RiakFetchOptions.AllReplicas))?.Counters.GetValueOrDefault(Field);

    private async Task IncrementAsync(long by)
    {
        try
        {
            _unsure = true;
            await client.UpdateMapAsync(where, new RiakMapUpdate().Increment(Field, by));
            _unsure = false;
        }
        catch (RiakOutcomeUnknownException)
        {
            Unknown++;
        }
    }
}
