using System.Net.Sockets;
using Google.Protobuf;
using Riak.TestServer.Cluster;
using Riak.Wire;

namespace Riak.Tests.Vectors;

/// <summary>The test server against the recorded exchanges: sent in their order it must answer as the real server did.</summary>
public sealed class TestServerTests
{
    private static readonly ByteString Opaque = ByteString.CopyFromUtf8("(opaque)");

    private readonly Dictionary<ByteString, ByteString> _clocks = [];

    [Fact]
    public async Task The_test_server_answers_the_recorded_requests_as_the_real_server_did()
    {
        await using var cluster = RiakTestCluster.Start();
        foreach (var vector in RecordedVectors.All)
        {
            var answer = await AskAsync(cluster, WithKnownClocks(Convert.FromHexString(vector.Request)));
            if (vector.Response is null)
            {
                Assert.Null(answer);
                continue;
            }

            var recorded = Convert.FromHexString(vector.Response);
            Assert.True(answer is not null, $"{vector.Name}: the connection was closed");
            Learn(recorded, answer);
            Assert.True(Comparable(recorded) == Comparable(answer), $"{vector.Name}: expected {Comparable(recorded)}, got {Comparable(answer)}");
        }
    }

    private static async Task<byte[]?> AskAsync(RiakTestCluster cluster, byte[] frame)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", cluster.Nodes[0].Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(frame);
        var head = new byte[4];
        if (await stream.ReadAtLeastAsync(head, 4, throwOnEndOfStream: false) == 0)
            return null;
        var answer = new byte[4 + System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(head)];
        head.CopyTo(answer, 0);
        await stream.ReadExactlyAsync(answer.AsMemory(4));
        return answer;
    }

    /// <summary>Clocks are opaque: the recorded ones are replaced by what the test server gave at the same place.</summary>
    private byte[] WithKnownClocks(byte[] frame)
    {
        var message = Message(frame);
        if (message is RpbPutReq { HasVclock: true } put)
            put.Vclock = _clocks[put.Vclock];
        if (message is RpbDelReq { HasVclock: true } delete)
            delete.Vclock = _clocks[delete.Vclock];
        if (message is not (RpbPutReq or RpbDelReq))
            return frame;
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        Frame.Write(output, (MessageCode)frame[4], message);
        return output.WrittenMemory.ToArray();
    }

    private void Learn(byte[] recorded, byte[] answer)
    {
        if ((Message(recorded), Message(answer)) is (RpbGetResp { HasVclock: true } theirs, RpbGetResp ours))
            _clocks[theirs.Vclock] = ours.Vclock;
        if ((Message(recorded), Message(answer)) is (RpbPutResp { HasVclock: true } theirPut, RpbPutResp ourPut))
            _clocks[theirPut.Vclock] = ourPut.Vclock;
    }

    /// <summary>The message as text, without what differs from run to run.</summary>
    private static string Comparable(byte[] frame)
    {
        var message = Message(frame);
        switch (message)
        {
            case RpbGetResp get:
                get.Vclock = get.HasVclock ? Opaque : get.Vclock;
                Hide(get.Content);
                break;
            case RpbPutResp put:
                put.Vclock = put.HasVclock ? Opaque : put.Vclock;
                Hide(put.Content);
                break;
            case DtFetchResp { HasContext: true } fetch:
                fetch.Context = Opaque;
                break;
            case DtUpdateResp update:
                update.Context = update.HasContext ? Opaque : update.Context;
                update.Key = update.HasKey ? Opaque : update.Key;
                break;
            case RpbErrorResp error when error.Errmsg.ToStringUtf8().StartsWith("Error processing", StringComparison.Ordinal):
                // What follows is a stack trace.
                error.Errmsg = Opaque;
                break;
        }

        return $"{frame[4]} {(message is null ? Convert.ToHexString(frame.AsSpan(5)) : message.ToString())}";
    }

    private static void Hide(IEnumerable<RpbContent> contents)
    {
        foreach (var content in contents.Where(content => content.HasVtag && content.HasLastMod && content.HasLastModUsecs))
        {
            content.Vtag = Opaque;
            content.LastMod = content.LastModUsecs = 0;
        }
    }

    private static IMessage? Message(byte[] frame) => ((MessageCode)frame[4] switch
    {
        MessageCode.ErrorResponse => RpbErrorResp.Parser,
        MessageCode.ServerInfoResponse => RpbGetServerInfoResp.Parser,
        MessageCode.GetResponse => RpbGetResp.Parser,
        MessageCode.PutRequest => RpbPutReq.Parser,
        MessageCode.PutResponse => RpbPutResp.Parser,
        MessageCode.DeleteRequest => RpbDelReq.Parser,
        MessageCode.GetBucketResponse => RpbGetBucketResp.Parser,
        MessageCode.FetchResponse => DtFetchResp.Parser,
        MessageCode.UpdateResponse => DtUpdateResp.Parser,
        _ => (MessageParser?)null,
    })?.ParseFrom(frame.AsSpan(5));
}
