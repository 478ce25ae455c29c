using Google.Protobuf;

namespace Riak;

/// <summary>
/// The server's opaque account of what a reader has seen: the vector clock of an object, or the context of a data type. Hand it back
/// with the write that follows the read.
/// </summary>
public sealed class RiakClock : IEquatable<RiakClock>
{
    internal RiakClock(ByteString bytes) => Bytes = bytes;

    internal ByteString Bytes { get; }

    /// <summary>The clock that <see cref="ToArray"/> gave.</summary>
    /// <param name="bytes">Copied.</param>
    public static RiakClock FromBytes(ReadOnlySpan<byte> bytes) => new(ByteString.CopyFrom(bytes));

    /// <summary>A copy of the bytes, for keeping it elsewhere.</summary>
    public byte[] ToArray() => Bytes.ToByteArray();

    /// <summary>Whether the bytes are equal. The server may encode one clock in several ways, so unequal bytes don't prove a change.</summary>
    /// <param name="other">Another clock.</param>
    public bool Equals(RiakClock? other) => other is not null && Bytes.Equals(other.Bytes);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as RiakClock);

    /// <inheritdoc />
    public override int GetHashCode() => Bytes.GetHashCode();

    /// <summary>Base64.</summary>
    public override string ToString() => Bytes.ToBase64();

    internal static RiakClock? From(bool present, ByteString bytes) => present && bytes.Length > 0 ? new(bytes) : null;
}
