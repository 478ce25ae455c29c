using System.Text.Json;

namespace Orleans.Runtime.Membership;

/// <summary>The data of a row's two nodes: JSON, byte for byte what the official package writes for the names and addresses that occur.</summary>
internal static class NodeFormat
{
    internal static byte[] Row(MembershipEntry entry) => JsonSerializer.SerializeToUtf8Bytes(MembershipRow.From(entry), MembershipJson.Relaxed.MembershipRow);

    internal static byte[] Heartbeat(DateTime time) => JsonSerializer.SerializeToUtf8Bytes(time, MembershipJson.Relaxed.DateTime);

    internal static MembershipEntry Entry(ReadOnlyMemory<byte> row, ReadOnlyMemory<byte> heartbeat) =>
        (JsonSerializer.Deserialize(row.Span, MembershipJson.Relaxed.MembershipRow) ?? throw new JsonException("A membership row is null."))
        .ToEntry(JsonSerializer.Deserialize(heartbeat.Span, MembershipJson.Relaxed.DateTime));
}
