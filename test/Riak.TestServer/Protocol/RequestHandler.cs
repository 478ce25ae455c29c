using Google.Protobuf;
using Riak.TestServer.Cluster;
using Riak.TestServer.Crdts;
using Riak.Wire;

namespace Riak.TestServer.Protocol;

/// <summary>What a node answers to a request.</summary>
internal sealed partial class RequestHandler(RiakTestCluster cluster, RiakTestNode node)
{
    public Answer Handle(MessageCode code, ReadOnlyMemory<byte> body)
    {
        try
        {
            return Dispatch(code, body.Span);
        }
        catch (ServerErrorException e)
        {
            return Answer.Error(e.Message, e.Closes);
        }
        catch (PreconditionException e)
        {
            return Answer.Error(e.Message);
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or FormatException)
        {
            return Answer.Error($"Error processing incoming message: error:{e.Message}", closes: true);
        }
    }

    private Answer Dispatch(MessageCode code, ReadOnlySpan<byte> body) => code switch
    {
        MessageCode.PingRequest => new(MessageCode.PingResponse),
        MessageCode.ServerInfoRequest => new(MessageCode.ServerInfoResponse, new RpbGetServerInfoResp
        {
            Node = ByteString.CopyFromUtf8("riak@127.0.0.1"), ServerVersion = ByteString.CopyFromUtf8("3.2.3"),
        }),
        MessageCode.GetRequest => Get(RpbGetReq.Parser.ParseFrom(body)),
        MessageCode.PutRequest => Put(RpbPutReq.Parser.ParseFrom(body)),
        MessageCode.DeleteRequest => Delete(RpbDelReq.Parser.ParseFrom(body)),
        MessageCode.FetchRequest => Fetch(DtFetchReq.Parser.ParseFrom(body)),
        MessageCode.UpdateRequest => Update(DtUpdateReq.Parser.ParseFrom(body)),
        MessageCode.GetBucketTypeRequest => GetType(RpbGetBucketTypeReq.Parser.ParseFrom(body)),
        MessageCode.SetBucketTypeRequest => SetType(RpbSetBucketTypeReq.Parser.ParseFrom(body)),
        MessageCode.GetBucketRequest => GetBucket(RpbGetBucketReq.Parser.ParseFrom(body)),
        MessageCode.SetBucketRequest => SetBucket(RpbSetBucketReq.Parser.ParseFrom(body)),
        MessageCode.ResetBucketRequest => ResetBucket(RpbResetBucketReq.Parser.ParseFrom(body)),
        MessageCode.StartTls => Answer.Error("Security not enabled; STARTTLS not allowed."),
        _ => Answer.Error($"Unknown message code: {(byte)code}"),
    };

    private static uint? Given(bool has, uint value) => has ? value : null;

    private static bool? Given(bool has, bool value) => has ? value : null;

    private static ByteString Encode(VersionVector clock) => ByteString.CopyFromUtf8(clock.ToString());

    private static VersionVector Decode(ByteString clock) => VersionVector.Parse(clock.ToStringUtf8());

    private static ByteString NewKey() => ByteString.CopyFromUtf8(Convert.ToBase64String(Guid.NewGuid().ToByteArray()).TrimEnd('='));
}
