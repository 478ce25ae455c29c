namespace Orleans.Persistence.Riak;

/// <summary>Where a <see cref="RiakGrainStorage"/> keeps states.</summary>
public sealed class RiakGrainStorageOptions
{
    /// <summary>A bucket type of plain objects with <c>allow_mult</c>. Default <c>siblings</c>.</summary>
    public string BucketType { get; set; } = "siblings";

    /// <summary>The bucket. Default <c>grain-state</c>.</summary>
    public string Bucket { get; set; } = "grain-state";
}
