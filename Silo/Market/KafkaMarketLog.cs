using System.Text;
using ShellCorp.Events;
using ShellCorp.Events.Json;
using ShellCorp.Grains.Market;
using ShellCorp.Silo.Kafka;

namespace ShellCorp.Silo.Market;

/// <summary>Events of the market as records of <see cref="Topics.MarketEvents"/>.</summary>
internal sealed class KafkaMarketLog(KafkaEventLog log) : IMarketLog
{
    public Task AppendAsync(IReadOnlyList<OutboxRow> events, CancellationToken cancellationToken) => log.AppendAsync(
        [.. events.Select(row => CloudEventCodec.MarketRecord(new(row.Key), row.Id, MarketTime.Read(row.At), Encoding.UTF8.GetBytes(row.Body)))],
        cancellationToken);
}
