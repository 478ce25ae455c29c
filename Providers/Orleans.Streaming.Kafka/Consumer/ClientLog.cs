using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Orleans.Streaming.Kafka;

/// <summary>Hands librdkafka's own messages on.</summary>
internal static partial class ClientLog
{
    internal static void Write(ILogger logger, KafkaStreamOptions options, LogMessage message)
    {
        // The provider has librdkafka say more than the user wants to read.
        if (message.Level > MostOf(options))
            return;
        var level = (LogLevel)message.LevelAs(LogLevelType.MicrosoftExtensionsLogging);
        LogFromClient(logger, level, message.Name, message.Facility, message.Message);
    }

    /// <summary>librdkafka's own rule: what is set, or debug messages if any are asked for, or informational ones.</summary>
    private static SyslogLevel MostOf(KafkaStreamOptions options)
        => options.Librdkafka.TryGetValue("log_level", out var text) && int.TryParse(text, out var level) ? (SyslogLevel)level
            : options.Librdkafka.ContainsKey("debug") ? SyslogLevel.Debug
            : SyslogLevel.Info;

    [LoggerMessage(EventId = 2200, Message = "{Client} {Facility}: {Text}")]
    private static partial void LogFromClient(ILogger logger, LogLevel level, string client, string facility, string text);
}
