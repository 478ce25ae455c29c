using System.Globalization;
using System.Text;
using ShellCorp.Events;
using ShellCorp.Events.Json;
using ShellCorp.Grains.Market;
using ShellCorp.Silo.Kafka;

namespace ShellCorp.Silo.Market;

/// <summary>Events of the market as records of <see cref="Topics.MarketEvents"/>.</summary>
internal sealed class KafkaMarketLog(KafkaEventLog log) : IMarketLog
{
    private const string Time = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public Task AppendAsync(IReadOnlyList<OutboxRow> events, CancellationToken cancellationToken) => log.AppendAsync([.. events.Select(Encode)], cancellationToken);

    internal static EncodedEvent Encode(OutboxRow row) => new()
    {
        Topic = Topics.MarketEvents,
        Key = Encoding.UTF8.GetBytes(row.Key.ToString(CultureInfo.InvariantCulture)),
        Value = Encoding.UTF8.GetBytes(row.Body),
        Headers =
        [
            EventHeader.Of(EventHeaders.SpecVersion, "1.0"),
            EventHeader.Of(EventHeaders.Id, row.Id),
            EventHeader.Of(EventHeaders.Type, EventTypes.MarketEvent),
            EventHeader.Of(EventHeaders.Source, EventSources.Market),
            EventHeader.Of(EventHeaders.Time, MarketTime.Read(row.At).ToString(Time, CultureInfo.InvariantCulture)),
            EventHeader.Of(EventHeaders.ContentType, "application/json"),
        ],
    };
}
