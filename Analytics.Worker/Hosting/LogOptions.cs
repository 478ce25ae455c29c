using System.ComponentModel.DataAnnotations;

namespace ShellCorp.Analytics.Hosting;

/// <summary>How to reach the log; section <c>ShellCorp:Kafka</c>, which the silos read too.</summary>
public sealed class LogOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "ShellCorp:Kafka";

    /// <summary><c>host:port,…</c>.</summary>
    [Required] public string BootstrapServers { get; set; } = "";

    /// <summary>Whether the brokers are embedded ones, which keep 5 MB a partition: what they have dropped is then passed over, and said.</summary>
    public bool IsEmbedded { get; set; }

    /// <summary>The silos' consumer group; the worker's is this with <c>.analytics</c> behind it. Default <c>shellcorp</c>.</summary>
    [Required] public string GroupId { get; set; } = "shellcorp";

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

    /// <summary>The worker's consumer group.</summary>
    public string AnalyticsGroup => $"{GroupId}.analytics";

    /// <summary>All settings as librdkafka names them.</summary>
    internal Dictionary<string, string> ToLibrdkafka()
    {
        var settings = new Dictionary<string, string>(Librdkafka, StringComparer.Ordinal) { ["bootstrap.servers"] = BootstrapServers };
        foreach (var (name, value) in new[]
        {
            ("security.protocol", SecurityProtocol), ("sasl.mechanism", SaslMechanism), ("sasl.username", SaslUsername), ("sasl.password", SaslPassword),
        })
        {
            if (!string.IsNullOrEmpty(value))
                settings[name] = value;
        }

        return settings;
    }
}
