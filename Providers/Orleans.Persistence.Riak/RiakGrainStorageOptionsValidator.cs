
namespace Orleans.Persistence.Riak;

/// <summary>Refuses options that can't work, when the silo starts.</summary>
/// <param name="options">The options.</param>
/// <param name="name">The storage's name.</param>
public sealed class RiakGrainStorageOptionsValidator(RiakGrainStorageOptions options, string name) : IConfigurationValidator
{
    /// <inheritdoc/>
    public void ValidateConfiguration()
    {
        if (string.IsNullOrWhiteSpace(options.BucketType))
            throw new OrleansConfigurationException($"Riak grain storage '{name}': {nameof(options.BucketType)} is empty; it must name a bucket type made with allow_mult.");
        if (string.IsNullOrWhiteSpace(options.Bucket))
            throw new OrleansConfigurationException($"Riak grain storage '{name}': {nameof(options.Bucket)} is empty.");
    }
}
