using Riak.Requests;
using Riak.Wire;

namespace Riak.Buckets;

/// <summary>Builds the requests for properties and reads their answers.</summary>
internal static class PropertyRequests
{
    public static RiakRequest<RiakBucketProperties> GetType(string bucketType)
    {
        ArgumentException.ThrowIfNullOrEmpty(bucketType);
        return new(
            "get-bucket-type", MessageCode.GetBucketTypeRequest, new RpbGetBucketTypeReq { Type = Fields.Utf8(bucketType) },
            MessageCode.GetBucketResponse, Read, IsWrite: false);
    }

    public static RiakRequest<bool> SetType(string bucketType, RiakBucketProperties properties)
    {
        ArgumentException.ThrowIfNullOrEmpty(bucketType);
        ArgumentNullException.ThrowIfNull(properties);
        return new(
            "set-bucket-type", MessageCode.SetBucketTypeRequest,
            new RpbSetBucketTypeReq { Type = Fields.Utf8(bucketType), Props = Properties.Write(properties) },
            MessageCode.SetBucketResponse, _ => true, IsWrite: true);
    }

    public static RiakRequest<RiakBucketProperties> Get(string bucketType, string bucket)
    {
        var message = new RpbGetBucketReq { Bucket = Bucket(bucketType, bucket) };
        if (bucketType != RiakLocation.DefaultBucketType)
            message.Type = Fields.Utf8(bucketType);
        return new("get-bucket", MessageCode.GetBucketRequest, message, MessageCode.GetBucketResponse, Read, IsWrite: false);
    }

    public static RiakRequest<bool> Set(string bucketType, string bucket, RiakBucketProperties properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        var message = new RpbSetBucketReq { Bucket = Bucket(bucketType, bucket), Props = Properties.Write(properties) };
        if (bucketType != RiakLocation.DefaultBucketType)
            message.Type = Fields.Utf8(bucketType);
        return new("set-bucket", MessageCode.SetBucketRequest, message, MessageCode.SetBucketResponse, _ => true, IsWrite: true);
    }

    public static RiakRequest<bool> Reset(string bucketType, string bucket)
    {
        var message = new RpbResetBucketReq { Bucket = Bucket(bucketType, bucket) };
        if (bucketType != RiakLocation.DefaultBucketType)
            message.Type = Fields.Utf8(bucketType);
        return new("reset-bucket", MessageCode.ResetBucketRequest, message, MessageCode.ResetBucketResponse, _ => true, IsWrite: true);
    }

    private static RiakBucketProperties Read(Frame frame) => Properties.Read(Messages.Parse(RpbGetBucketResp.Parser, frame).Props);

    private static Google.Protobuf.ByteString Bucket(string bucketType, string bucket)
    {
        ArgumentException.ThrowIfNullOrEmpty(bucketType);
        ArgumentException.ThrowIfNullOrEmpty(bucket);
        return Fields.Utf8(bucket);
    }
}
