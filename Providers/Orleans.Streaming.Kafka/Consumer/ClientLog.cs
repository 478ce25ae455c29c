using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Orleans.Streaming.Kafka;

/// <summary>Hands librdkafka's own messages on.</summary>
internal static partial class ClientLog
{
    internal static void Write(ILogger logger, KafkaStreamOptions options, LogMessage message)
    {
        // The provider has librdkafka say more than the user may want to read.
        if (message.Level == SyslogLevel.Debug && !options.Librdkafka.ContainsKey("debug"))
            return;
        var level = (LogLevel)message.LevelAs(LogLevelType.MicrosoftExtensionsLogging);
        LogFromClient(logger, level, message.Name, message.Facility, message.Message);
    }

    [LoggerMessage(EventId = 2200, Message = "{Client} {Facility}: {Text}")]
    private static partial void LogFromClient(ILogger logger, LogLevel level, string client, string facility, string text);
}
