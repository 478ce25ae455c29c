using System.ComponentModel.DataAnnotations;

namespace ShellCorp.Silo.Kafka;

/// <summary>How to reach Kafka; section <c>ShellCorp:Kafka</c>.</summary>
public sealed class KafkaOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "ShellCorp:Kafka";

    /// <summary><c>host:port,…</c>. Empty in the embedded profile: the silo then starts brokers of its own in this process.</summary>
    public string BootstrapServers { get; set; } = "";

    /// <summary>
    /// Whether the brokers are embedded ones, of this process or of another. They answer an empty fetch only after the whole wait, and take
    /// a session time-out to let a group's further members in; so both are kept short. Default false; set where this process starts them.
    /// </summary>
    public bool IsEmbedded { get; set; }

    /// <summary>
    /// The consumer group of <c>PlayerUpdates</c> and <c>MatchUpdates</c>; the groups of the views of <c>LiveRatingUpdates</c> carry it as a
    /// prefix. Default <c>shellcorp</c>.
    /// </summary>
    [Required] public string GroupId { get; set; } = "shellcorp";

    /// <summary>
    /// Whether an analytics worker reads the log: its lag counts with that of the other groups, and embedded brokers' events are held back for it.
    /// Default false; set where this process starts the worker.
    /// </summary>
    public bool HasAnalytics { get; set; }

    /// <summary>librdkafka's <c>security.protocol</c>. Default: not set, which is plaintext.</summary>
    public string? SecurityProtocol { get; set; }

    /// <summary>librdkafka's <c>sasl.mechanism</c>. Default: not set.</summary>
    public string? SaslMechanism { get; set; }

    /// <summary>librdkafka's <c>sasl.username</c>. Default: not set.</summary>
    public string? SaslUsername { get; set; }

    /// <summary>librdkafka's <c>sasl.password</c>. Default: not set. Never logged.</summary>
    public string? SaslPassword { get; set; }

    /// <summary>Anything else of librdkafka's configuration, by its own names; for producers and consumers alike.</summary>
    public Dictionary<string, string> Librdkafka { get; set; } = [];

    /// <summary>
    /// How many bytes of a partition may wait for the slowest consumer group before new events are held back, counted uncompressed.
    /// Default 2,000,000: the embedded brokers keep 5 MB of a partition and drop the oldest beyond that.
    /// </summary>
    [Range(10_000, long.MaxValue)] public long BacklogBytesPerPartition { get; set; } = 2_000_000;

    /// <summary>All settings as librdkafka names them, for clients of any kind.</summary>
    public Dictionary<string, string> ToLibrdkafka()
    {
        var settings = new Dictionary<string, string>(Librdkafka, StringComparer.Ordinal) { ["bootstrap.servers"] = BootstrapServers };
        AddIfSet("security.protocol", SecurityProtocol);
        AddIfSet("sasl.mechanism", SaslMechanism);
        AddIfSet("sasl.username", SaslUsername);
        AddIfSet("sasl.password", SaslPassword);
        return settings;

        void AddIfSet(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                settings[name] = value;
        }
    }
}
