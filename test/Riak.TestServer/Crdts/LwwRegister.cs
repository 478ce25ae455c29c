using Google.Protobuf;
using Riak.Wire;

namespace Riak.TestServer.Crdts;

/// <summary>
/// A register: the value with the latest time stays. An assignment by a node whose clock isn't later than the value's own time is dropped
/// without a word.
/// </summary>
internal sealed record LwwRegister(ByteString Value, long Microseconds) : IEmbedded
{
    public static LwwRegister Empty { get; } = new(ByteString.Empty, 0);

    public IEmbedded WithClock(VersionVector clock) => this;

    public IEmbedded Merge(IEmbedded other)
    {
        var right = (LwwRegister)other;
        if (right.Microseconds != Microseconds)
            return right.Microseconds > Microseconds ? right : this;
        return ByteOrder.Instance.Compare(right.Value, Value) > 0 ? right : this;
    }

    public IEmbedded Update(MapUpdate change, Origin origin) =>
        origin.Microseconds > Microseconds ? new LwwRegister(change.RegisterOp, origin.Microseconds) : this;

    public void WriteTo(MapEntry entry) => entry.RegisterValue = Value;

    public string Describe() => Value.ToStringUtf8();
}
