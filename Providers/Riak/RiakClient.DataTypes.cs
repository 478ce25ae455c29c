using System.Text;
using Riak.DataTypes;

namespace Riak;

public sealed partial class RiakClient
{
    /// <summary>Reads a counter; null if there is none.</summary>
    /// <param name="where">A bucket type of data type <c>counter</c>, and a key.</param>
    /// <param name="options">Null for the bucket type's own.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<long?> FetchCounterAsync(RiakLocation where, RiakFetchOptions? options = null, CancellationToken cancellation = default) =>
        SendAsync(FetchRequests.Counter(where, options), cancellation);

    /// <summary>Reads a set; null if there is none.</summary>
    /// <param name="where">A bucket type of data type <c>set</c>, and a key.</param>
    /// <param name="options">Null for the bucket type's own.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<RiakSet?> FetchSetAsync(RiakLocation where, RiakFetchOptions? options = null, CancellationToken cancellation = default) =>
        SendAsync(FetchRequests.Set(where, options), cancellation);

    /// <summary>Reads a map; null if there is none.</summary>
    /// <param name="where">A bucket type of data type <c>map</c>, and a key.</param>
    /// <param name="options">Null for the bucket type's own.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<RiakMap?> FetchMapAsync(RiakLocation where, RiakFetchOptions? options = null, CancellationToken cancellation = default) =>
        SendAsync(FetchRequests.Map(where, options), cancellation);

    /// <summary>Reads the estimated number of different members of a HyperLogLog; null if there is none.</summary>
    /// <param name="where">A bucket type of data type <c>hll</c>, and a key.</param>
    /// <param name="options">Null for the bucket type's own.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<ulong?> FetchHllAsync(RiakLocation where, RiakFetchOptions? options = null, CancellationToken cancellation = default) =>
        SendAsync(FetchRequests.Hll(where, options), cancellation);

    /// <summary>Adds to a counter. Sent once, never repeated: an increment isn't idempotent.</summary>
    /// <param name="where">A bucket type of data type <c>counter</c>; without a key the server assigns one.</param>
    /// <param name="by">May be negative; null leaves it to the server, which adds 1.</param>
    /// <param name="options">Null for the bucket type's own.</param>
    /// <param name="cancellation">Cancels; once the request is on its way that is a <see cref="Errors.RiakOutcomeUnknownException"/>.</param>
    public Task<RiakUpdated<long?>> UpdateCounterAsync(
        RiakLocation where, long? by, RiakUpdateOptions? options = null, CancellationToken cancellation = default) =>
        SendAsync(UpdateRequests.Counter(where, by, options), cancellation);

    /// <summary>Changes a set. Sent once, never repeated.</summary>
    /// <param name="where">A bucket type of data type <c>set</c>; without a key the server assigns one.</param>
    /// <param name="change">Additions and removals.</param>
    /// <param name="options">The context that removals need; null for none and the bucket type's own quorums.</param>
    /// <param name="cancellation">Cancels; once the request is on its way that is a <see cref="Errors.RiakOutcomeUnknownException"/>.</param>
    public Task<RiakUpdated<RiakSet?>> UpdateSetAsync(
        RiakLocation where, RiakSetUpdate change, RiakUpdateOptions? options = null, CancellationToken cancellation = default) =>
        SendAsync(UpdateRequests.Set(where, change, options), cancellation);

    /// <summary>Changes a map, all fields at once. Sent once, never repeated.</summary>
    /// <param name="where">A bucket type of data type <c>map</c>; without a key the server assigns one.</param>
    /// <param name="change">Changes and removals of fields.</param>
    /// <param name="options">The context that removals need; null for none and the bucket type's own quorums.</param>
    /// <param name="cancellation">Cancels; once the request is on its way that is a <see cref="Errors.RiakOutcomeUnknownException"/>.</param>
    public Task<RiakUpdated<RiakMap?>> UpdateMapAsync(
        RiakLocation where, RiakMapUpdate change, RiakUpdateOptions? options = null, CancellationToken cancellation = default) =>
        SendAsync(UpdateRequests.Map(where, change, options), cancellation);

    /// <summary>Adds members to a HyperLogLog. Sent once, never repeated.</summary>
    /// <param name="where">A bucket type of data type <c>hll</c>; without a key the server assigns one.</param>
    /// <param name="members">As UTF-8.</param>
    /// <param name="options">Null for the bucket type's own.</param>
    /// <param name="cancellation">Cancels; once the request is on its way that is a <see cref="Errors.RiakOutcomeUnknownException"/>.</param>
    public Task<RiakUpdated<ulong?>> UpdateHllAsync(
        RiakLocation where, IEnumerable<string> members, RiakUpdateOptions? options = null, CancellationToken cancellation = default) =>
        SendAsync(UpdateRequests.Hll(where, members.Select(member => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(member)), options), cancellation);
}
