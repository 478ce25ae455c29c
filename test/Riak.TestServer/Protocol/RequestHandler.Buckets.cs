using Google.Protobuf;
using Riak.TestServer.Cluster;
using Riak.Wire;

namespace Riak.TestServer.Protocol;

internal sealed partial class RequestHandler
{
    private const string DefaultType = "default";

    private Answer GetType(RpbGetBucketTypeReq request) =>
        Props(cluster.Types.Find(request.Type.ToStringUtf8()), $"Invalid bucket type: <<\"{request.Type.ToStringUtf8()}\">>");

    private Answer SetType(RpbSetBucketTypeReq request)
    {
        if (request.Props.HasDatatype)
            throw new ServerErrorException("Invalid bucket properties: [{datatype,<<\"Cannot update datatype on existing bucket\">>}]");
        cluster.Types.Change(request.Type.ToStringUtf8(), request.Props);
        return new(MessageCode.SetBucketResponse);
    }

    private Answer GetBucket(RpbGetBucketReq request)
    {
        var type = TypeOf(request.HasType, request.Type);
        return Props(cluster.Types.Find(type, request.Bucket.ToStringUtf8()), NoType(type));
    }

    private Answer SetBucket(RpbSetBucketReq request)
    {
        cluster.Types.Change(Existing(request.HasType, request.Type), request.Bucket.ToStringUtf8(), request.Props);
        return new(MessageCode.SetBucketResponse);
    }

    private Answer ResetBucket(RpbResetBucketReq request)
    {
        cluster.Types.Reset(Existing(request.HasType, request.Type), request.Bucket.ToStringUtf8());
        return new(MessageCode.ResetBucketResponse);
    }

    private static string TypeOf(bool has, ByteString type) => has ? type.ToStringUtf8() : DefaultType;

    private static string NoType(string type) => $"No bucket-type named '{type}'";

    private static Answer Props(RpbBucketProps? props, string error) => props is null
        ? Answer.Error(error)
        : new(MessageCode.GetBucketResponse, new RpbGetBucketResp { Props = props });

    private string Existing(bool has, ByteString type)
    {
        var name = TypeOf(has, type);
        return cluster.Types.Find(name) is null ? throw new ServerErrorException(NoType(name)) : name;
    }
}
