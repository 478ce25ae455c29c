using System.Text;
using Confluent.Kafka;

namespace Orleans.Streaming.Kafka.Tests;

internal static class DeadLetterText
{
    internal static string Text(this ConsumeResult<byte[], byte[]> letter, string header)
        => letter.Message.Headers.TryGetLastBytes(header, out var value) ? Encoding.UTF8.GetString(value) : $"no header {header}";
}
