using Google.Protobuf;

namespace Riak.TestServer.Crdts;

/// <summary>Byte strings in the server's order.</summary>
internal sealed class ByteOrder : IComparer<ByteString>
{
    public static ByteOrder Instance { get; } = new();

    public int Compare(ByteString? x, ByteString? y) => x!.Span.SequenceCompareTo(y!.Span);
}
