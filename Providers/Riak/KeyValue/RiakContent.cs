using System.Collections.Immutable;
using System.Text;

namespace Riak.KeyValue;

/// <summary>One value of an object with its metadata: what is written, or one of the siblings that were read.</summary>
public sealed record RiakContent
{
    /// <summary>The bytes; empty in an answer that was to leave them out.</summary>
    public required ReadOnlyMemory<byte> Value { get; init; }

    /// <summary>The media type; null if none is stored.</summary>
    public string? ContentType { get; init; }

    /// <summary>The character set; null if none is stored.</summary>
    public string? Charset { get; init; }

    /// <summary>The content encoding; null if none is stored.</summary>
    public string? ContentEncoding { get; init; }

    /// <summary>The user's own metadata.</summary>
    public ImmutableArray<KeyValuePair<string, string>> UserMetadata { get; init; } = [];

    /// <summary>Entries of secondary indexes: names end with <c>_bin</c> or <c>_int</c>.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Indexes { get; init; } = [];

    /// <summary>The server's tag of this value; ignored in a write.</summary>
    public string? VTag { get; init; }

    /// <summary>When a server took the write, by its own clock, in microseconds; ignored in a write.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>Whether this sibling is a deletion; ignored in a write.</summary>
    public bool Deleted { get; init; }

    /// <summary>The value as UTF-8 text.</summary>
    public string Text => Encoding.UTF8.GetString(Value.Span);

    /// <summary>A content of UTF-8 text.</summary>
    /// <param name="text">The value.</param>
    /// <param name="contentType">The media type.</param>
    public static RiakContent FromText(string text, string contentType = "text/plain") =>
        new() { Value = Encoding.UTF8.GetBytes(text), ContentType = contentType };
}
