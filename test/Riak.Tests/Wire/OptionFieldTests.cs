using Google.Protobuf;
using Riak.Buckets;
using Riak.DataTypes;
using Riak.KeyValue;
using Riak.Requests;

namespace Riak.Tests.Wire;

/// <summary>Every option in the field that the protocol has for it, also those that no recorded exchange uses.</summary>
public sealed class OptionFieldTests
{
    private static readonly RiakLocation Where = new("t", "b", "k");
    private static readonly RiakClock Clock = RiakClock.FromBytes("c"u8);

    [Fact]
    public void A_data_type_read_has_its_options_in_their_fields() => Check(
        FetchRequests.Counter(Where, new()
        {
            R = RiakQuorum.Of(1), PR = RiakQuorum.Of(2), BasicQuorum = true, NotFoundOk = false, ServerTimeout = TimeSpan.FromMilliseconds(30),
            SloppyQuorum = false, NVal = 5, IncludeContext = false, NodeConfirms = RiakQuorum.Of(3),
        }),
        "1=b 2=k 3=t 4=1 5=2 6=1 7=0 8=30 9=0 10=5 11=0 12=3");

    [Fact]
    public void A_data_type_update_has_its_options_in_their_fields() => Check(
        UpdateRequests.Counter(Where, null, new()
        {
            Context = Clock, W = RiakQuorum.One, DW = RiakQuorum.Of(2), PW = RiakQuorum.All, ReturnBody = true,
            ServerTimeout = TimeSpan.FromSeconds(1), SloppyQuorum = true, NVal = 5, IncludeContext = false, NodeConfirms = RiakQuorum.BucketDefault,
        }),
        "1=b 2=k 3=t 4=c 5=\n\0 6=4294967294 7=2 8=4294967292 9=1 10=1000 11=1 12=5 13=0 14=4294967291");

    [Fact]
    public void A_get_has_its_options_in_their_fields() => Check(
        KeyValueRequests.Get(Where, new()
        {
            R = RiakQuorum.Of(1), PR = RiakQuorum.Of(2), BasicQuorum = true, NotFoundOk = false, IfModifiedSince = Clock, HeadOnly = true,
            WithDeletedClock = true, ServerTimeout = TimeSpan.FromTicks(1), SloppyQuorum = false, NVal = 5, NodeConfirms = RiakQuorum.Of(3),
        }),
        "1=b 2=k 3=1 4=2 5=1 6=0 7=c 8=1 9=1 10=1 11=0 12=5 13=t 14=3");

    [Fact]
    public void A_put_has_its_options_in_their_fields() => Check(
        KeyValueRequests.Put(Where, new RiakContent { Value = "v"u8.ToArray() }, new()
        {
            Clock = Clock, W = RiakQuorum.Of(1), DW = RiakQuorum.Of(2), ReturnBody = true, PW = RiakQuorum.Majority, IfNotModified = true,
            IfNoneMatch = true, ReturnHead = true, ServerTimeout = TimeSpan.FromSeconds(2), SloppyQuorum = true, NVal = 5, NodeConfirms = RiakQuorum.Of(3),
        }),
        "1=b 2=k 3=c 4=\n\u0001v 5=1 6=2 7=1 8=4294967293 9=1 10=1 11=1 12=2000 14=1 15=5 16=t 17=3");

    [Fact]
    public void A_content_has_its_metadata_in_their_fields() => Check(
        Contents.Write(new RiakContent
        {
            Value = "v"u8.ToArray(), ContentType = "t", Charset = "c", ContentEncoding = "e", UserMetadata = [new("k", "v")], Indexes = [new("i", "w")],
            VTag = "ignored", Deleted = true,
        }),
        "1=v 2=t 3=c 4=e 9=\n\u0001k\u0012\u0001v 10=\n\u0001i\u0012\u0001w");

    [Fact]
    public void A_delete_has_its_options_in_their_fields() => Check(
        KeyValueRequests.Delete(Where, new()
        {
            Clock = Clock, R = RiakQuorum.Of(1), W = RiakQuorum.Of(2), PR = RiakQuorum.Of(3), PW = RiakQuorum.Of(4), DW = RiakQuorum.Of(5),
            ServerTimeout = TimeSpan.FromMilliseconds(7), SloppyQuorum = false, NVal = 6,
        }),
        "1=b 2=k 4=c 5=1 6=2 7=3 8=4 9=5 10=7 11=0 12=6 13=t");

    [Fact]
    public void Properties_are_in_their_fields() => Check(
        Properties.Write(new()
        {
            NVal = 3, AllowMult = true, LastWriteWins = false, PR = RiakQuorum.Of(1), R = RiakQuorum.Of(2), W = RiakQuorum.Of(3),
            PW = RiakQuorum.Of(4), DW = RiakQuorum.Of(5), RW = RiakQuorum.Of(6), BasicQuorum = true, NotFoundOk = false, Backend = "b",
            DataType = "map", Consistent = false, WriteOnce = true, HllPrecision = 14,
        }),
        "1=3 2=1 3=0 14=1 15=2 16=3 17=4 18=5 19=6 20=1 21=0 22=b 26=map 27=0 28=1 29=14");

    [Fact]
    public void Requests_for_buckets_name_bucket_and_type()
    {
        Check(PropertyRequests.Get("t", "b"), "1=b 2=t");
        Check(PropertyRequests.Get("default", "b"), "1=b");
        Check(PropertyRequests.Reset("t", "b"), "1=b 2=t");
        Check(PropertyRequests.Set("t", "b", new() { NVal = 1 }), "1=b 2=\b\u0001 3=t");
        Check(PropertyRequests.SetType("t", new() { NVal = 1 }), "1=t 2=\b\u0001");
    }

    private static void Check<T>(RiakRequest<T> request, string expected) => Check(request.Message!, expected);

    private static void Check(IMessage message, string expected) => Assert.Equal(expected, string.Join(' ', Fields(message.ToByteArray())));

    /// <summary>Number and value of each field: numbers as such, the rest as text.</summary>
    private static IEnumerable<string> Fields(byte[] message)
    {
        var input = new CodedInputStream(message);
        while (input.ReadTag() is var tag and not 0)
        {
            var number = WireFormat.GetTagFieldNumber(tag);
            yield return WireFormat.GetTagWireType(tag) == WireFormat.WireType.Varint
                ? $"{number}={input.ReadUInt64()}"
                : $"{number}={input.ReadBytes().ToStringUtf8()}";
        }
    }
}
