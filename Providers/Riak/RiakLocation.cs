namespace Riak;

/// <summary>Where an object lives. Names are sent as UTF-8; Riak itself takes any bytes.</summary>
/// <param name="BucketType">A bucket type that was created and activated; <see cref="DefaultBucketType"/> for plain objects without one.</param>
/// <param name="Bucket">Not empty.</param>
/// <param name="Key">Not empty; null where the server is to assign a key, which puts and data type updates allow.</param>
public readonly record struct RiakLocation(string BucketType, string Bucket, string? Key)
{
    /// <summary>The bucket type that always exists.</summary>
    public const string DefaultBucketType = "default";

    /// <summary><c>type/bucket/key</c>.</summary>
    public override string ToString() => $"{BucketType}/{Bucket}/{Key ?? "(new)"}";

    internal void Check(bool keyNeeded)
    {
        if (string.IsNullOrEmpty(BucketType) || string.IsNullOrEmpty(Bucket) || Key is "" || (keyNeeded && Key is null))
            throw new ArgumentException($"'{this}' lacks a bucket type, bucket or key: Riak refuses empty names.");
    }
}
