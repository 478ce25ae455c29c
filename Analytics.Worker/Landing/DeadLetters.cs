using System.Globalization;
using System.Text;
using Confluent.Kafka;
using ShellCorp.Events;
using ErrorCode = Confluent.Kafka.ErrorCode;

namespace ShellCorp.Analytics.Landing;

/// <summary>Writes records that can't be read to <c>&lt;topic&gt;.dlq</c>, under the headers that docs/events.md tells.</summary>
internal sealed class DeadLetters(IProducer<byte[]?, byte[]?> producer, TimeProvider time)
{
    private const string Suffix = ".dlq";
    private const string Prefix = "dlq-";
    private const int MaxReason = 1024;

    /// <summary>Returns once the broker has acknowledged it.</summary>
    public async Task WriteAsync(ConsumeResult<byte[], byte[]> record, EventRefusedException refusal, CancellationToken cancellationToken)
    {
        var headers = new Headers
        {
            { "dlq-topic", Utf8(record.Topic) },
            { "dlq-partition", Utf8(record.Partition.Value.ToString(CultureInfo.InvariantCulture)) },
            { "dlq-offset", Utf8(record.Offset.Value.ToString(CultureInfo.InvariantCulture)) },
            { "dlq-reason", Utf8(refusal.Message.Length <= MaxReason ? refusal.Message : refusal.Message[..MaxReason]) },
            { "dlq-exception", Utf8(refusal.GetType().FullName!) },
            { "dlq-time", Utf8(time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)) },
        };
        var value = record.Message.Value;
        try
        {
            await producer.ProduceAsync(record.Topic + Suffix, Letter(record, value, [.. headers, .. OwnHeaders(record)]), cancellationToken);
        }
        catch (ProduceException<byte[]?, byte[]?> exception) when (exception.Error.Code == ErrorCode.MsgSizeTooLarge)
        {
            headers.Add("dlq-omitted-bytes", Utf8((value?.Length ?? 0).ToString(CultureInfo.InvariantCulture)));
            await producer.ProduceAsync(record.Topic + Suffix, Letter(record, null, headers), cancellationToken);
        }
    }

    private static IEnumerable<IHeader> OwnHeaders(ConsumeResult<byte[], byte[]> record) =>
        record.Message.Headers.Where(header => !header.Key.StartsWith(Prefix, StringComparison.Ordinal));

    private static Message<byte[]?, byte[]?> Letter(ConsumeResult<byte[], byte[]> record, byte[]? value, IEnumerable<IHeader> headers)
    {
        var all = new Headers();
        foreach (var header in headers)
            all.Add(header.Key, header.GetValueBytes());
        return new() { Key = record.Message.Key, Value = value, Headers = all };
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
