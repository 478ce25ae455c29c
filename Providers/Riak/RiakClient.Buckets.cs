using Riak.Buckets;

namespace Riak;

public sealed partial class RiakClient
{
    /// <summary>Reads the properties of a bucket type.</summary>
    /// <param name="bucketType">One that was created.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<RiakBucketProperties> GetBucketTypePropertiesAsync(string bucketType, CancellationToken cancellation = default) =>
        SendAsync(PropertyRequests.GetType(bucketType), cancellation);

    /// <summary>Changes properties of a bucket type. It can't make one: that is <c>riak admin bucket-type create</c>. Sent once, never repeated.</summary>
    /// <param name="bucketType">One that was created.</param>
    /// <param name="properties">What isn't null is changed.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task SetBucketTypePropertiesAsync(string bucketType, RiakBucketProperties properties, CancellationToken cancellation = default) =>
        SendAsync(PropertyRequests.SetType(bucketType, properties), cancellation);

    /// <summary>Reads the properties of a bucket: its own, and its type's where it has none.</summary>
    /// <param name="bucketType">One that was created.</param>
    /// <param name="bucket">Need not hold anything.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<RiakBucketProperties> GetBucketPropertiesAsync(string bucketType, string bucket, CancellationToken cancellation = default) =>
        SendAsync(PropertyRequests.Get(bucketType, bucket), cancellation);

    /// <summary>Changes properties of a bucket. Sent once, never repeated.</summary>
    /// <param name="bucketType">One that was created.</param>
    /// <param name="bucket">Need not hold anything.</param>
    /// <param name="properties">What isn't null is changed.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task SetBucketPropertiesAsync(
        string bucketType, string bucket, RiakBucketProperties properties, CancellationToken cancellation = default) =>
        SendAsync(PropertyRequests.Set(bucketType, bucket, properties), cancellation);

    /// <summary>Gives a bucket its type's properties again. Sent once, never repeated.</summary>
    /// <param name="bucketType">One that was created.</param>
    /// <param name="bucket">Need not hold anything.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task ResetBucketPropertiesAsync(string bucketType, string bucket, CancellationToken cancellation = default) =>
        SendAsync(PropertyRequests.Reset(bucketType, bucket), cancellation);
}
