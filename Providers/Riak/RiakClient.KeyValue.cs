using Riak.KeyValue;

namespace Riak;

public sealed partial class RiakClient
{
    /// <summary>Reads an object with all its siblings.</summary>
    /// <param name="where">With a key.</param>
    /// <param name="options">Null for the bucket type's own.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<RiakObject> GetAsync(RiakLocation where, RiakGetOptions? options = null, CancellationToken cancellation = default) =>
        SendAsync(KeyValueRequests.Get(where, options), cancellation);

    /// <summary>Writes an object. Sent once, never repeated.</summary>
    /// <param name="where">Without a key the server assigns one.</param>
    /// <param name="content">The value; its bytes must not change before the call ends.</param>
    /// <param name="options">The clock, conditions, what to return; null for none and the bucket type's own quorums.</param>
    /// <param name="cancellation">Cancels; once the request is on its way that is a <see cref="Errors.RiakOutcomeUnknownException"/>.</param>
    public Task<RiakPutResult> PutAsync(
        RiakLocation where, RiakContent content, RiakPutOptions? options = null, CancellationToken cancellation = default) =>
        SendAsync(KeyValueRequests.Put(where, content, options), cancellation);

    /// <summary>Deletes an object; one that isn't there too. Sent once, never repeated.</summary>
    /// <param name="where">With a key.</param>
    /// <param name="options">The clock of the read before it; null for none.</param>
    /// <param name="cancellation">Cancels; once the request is on its way that is a <see cref="Errors.RiakOutcomeUnknownException"/>.</param>
    public Task DeleteAsync(RiakLocation where, RiakDeleteOptions? options = null, CancellationToken cancellation = default) =>
        SendAsync(KeyValueRequests.Delete(where, options), cancellation);
}
