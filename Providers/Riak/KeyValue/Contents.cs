using System.Collections.Immutable;
using Google.Protobuf.Collections;
using Riak.Wire;

namespace Riak.KeyValue;

/// <summary>Contents to and from the wire.</summary>
internal static class Contents
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;

    public static ImmutableArray<RiakContent> Read(RepeatedField<RpbContent> contents) => [.. contents.Select(Read)];

    public static RpbContent Write(RiakContent content)
    {
        var wire = new RpbContent { Value = Fields.Bytes(content.Value) };
        if (content.ContentType is { } type)
            wire.ContentType = Fields.Utf8(type);
        if (content.Charset is { } charset)
            wire.Charset = Fields.Utf8(charset);
        if (content.ContentEncoding is { } encoding)
            wire.ContentEncoding = Fields.Utf8(encoding);
        wire.Usermeta.AddRange(content.UserMetadata.Select(Pair));
        wire.Indexes.AddRange(content.Indexes.Select(Pair));
        return wire;
    }

    private static RiakContent Read(RpbContent wire) => new()
    {
        Value = wire.Value.Memory,
        ContentType = Fields.Text(wire.HasContentType, wire.ContentType),
        Charset = Fields.Text(wire.HasCharset, wire.Charset),
        ContentEncoding = Fields.Text(wire.HasContentEncoding, wire.ContentEncoding),
        UserMetadata = [.. wire.Usermeta.Select(Pair)],
        Indexes = [.. wire.Indexes.Select(Pair)],
        VTag = Fields.Text(wire.HasVtag, wire.Vtag),
        LastModified = wire.HasLastMod ? DateTimeOffset.FromUnixTimeSeconds(wire.LastMod).AddTicks(wire.LastModUsecs * TicksPerMicrosecond) : null,
        Deleted = wire.Deleted,
    };

    private static KeyValuePair<string, string> Pair(RpbPair pair) => new(pair.Key.ToStringUtf8(), pair.Value.ToStringUtf8());

    private static RpbPair Pair(KeyValuePair<string, string> pair) => new() { Key = Fields.Utf8(pair.Key), Value = Fields.Utf8(pair.Value) };
}
