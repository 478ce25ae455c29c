using Google.Protobuf;

namespace Riak.Wire;

/// <summary>Values of the API as values of the wire.</summary>
internal static class Fields
{
    public static ByteString Utf8(string text) => ByteString.CopyFromUtf8(text);

    /// <summary>No copy: the bytes must not change until the request is sent.</summary>
    public static ByteString Bytes(ReadOnlyMemory<byte> bytes) => UnsafeByteOperations.UnsafeWrap(bytes);

    public static uint Milliseconds(TimeSpan time) => (uint)Math.Clamp(time.TotalMilliseconds, 1, uint.MaxValue);

    /// <summary>Key/value requests leave the default bucket type out.</summary>
    public static bool NamesType(RiakLocation where) => where.BucketType != RiakLocation.DefaultBucketType;

    public static string? Text(bool present, ByteString bytes) => present ? bytes.ToStringUtf8() : null;
}
