using global::Riak.Errors;

namespace Orleans.Persistence.Riak;

/// <content>The check at start.</content>
public sealed partial class RiakGrainStorage
{
    /// <summary>Refuses a bucket type that would lose writes; nodes that don't answer are waited for by whoever reads first.</summary>
    private async Task CheckBucketTypeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var properties = await client.GetBucketTypePropertiesAsync(options.BucketType, cancellationToken);
            if (properties.DataType is not null || properties.AllowMult is not true || properties.LastWriteWins is true)
                throw new OrleansConfigurationException(Refused("its objects are data types, or it keeps only the last of two writes"));
        }
        catch (RiakServerException error) when (error.Kind is RiakErrorKind.UnknownBucketType or RiakErrorKind.InvalidProperties)
        {
            throw new OrleansConfigurationException(Refused(error.ServerText), error);
        }
        catch (RiakUnavailableException away)
        {
            LogAway(away, name);
        }
    }

    private string Refused(string reason) =>
        $"Riak grain storage '{name}' can't use the bucket type '{options.BucketType}': {reason}. Make one of plain objects that keeps both of two writes: riak admin bucket-type "
        + $"create {options.BucketType} '{{\"props\":{{\"allow_mult\":true}}}}', then riak admin bucket-type activate {options.BucketType}; or name another one.";
}
