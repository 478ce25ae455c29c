using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;

namespace Orleans.Streaming.Kafka.Tool;

/// <summary>The commands: <c>list</c> shows what a redrive would be offered, <c>redrive</c> sends it back.</summary>
/// <param name="output">Where they write to.</param>
public sealed class DeadLetterCommands(TextWriter output)
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    private readonly Option<string> _servers = new("--bootstrap-servers", "-b") { Description = "Kafka's addresses, host:port,host:port.", Required = true };
    private readonly Option<string> _group = new("--group", "-g") { Description = "The provider's consumer group; how far redrives came is kept as GROUP.redrive.", Required = true };
    private readonly Option<string> _topic = new("--topic", "-t") { Description = "The topic that records were refused from, without the suffix.", Required = true };
    private readonly Option<string> _suffix = new("--suffix") { Description = "What the provider adds to a topic's name.", DefaultValueFactory = _ => ".dlq" };
    private readonly Option<string[]> _settings = new("--set", "-X") { Description = "A setting of librdkafka, name=value; may be repeated.", DefaultValueFactory = _ => [] };
    private readonly Option<string?> _key = new("--key") { Description = "Only records with this key." };
    private readonly Option<string?> _reason = new("--reason") { Description = "Only records whose dlq-reason matches this regular expression." };
    private readonly Option<int?> _partition = new("--partition") { Description = "Only records refused from this partition." };

    /// <summary>The root command.</summary>
    public RootCommand Build() => new("Dead letters of Orleans.Streaming.Kafka.")
    {
        Command("list", "Shows the dead letters since the last redrive; changes nothing.", ListAsync),
        Command("redrive", "Sends dead letters back to the partition that they were refused from, each once; those that aren't meant are passed over for good.", RedriveAsync),
    };

    private Command Command(string name, string description, Func<ParseResult, KafkaDeadLetterTopics, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description) { _servers, _group, _topic, _suffix, _settings, _key, _reason, _partition };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var topics = new KafkaDeadLetterTopics(OptionsOf(parsed));
            return await run(parsed, topics, cancellationToken);
        });
        return command;
    }

    private async Task<int> ListAsync(ParseResult parsed, KafkaDeadLetterTopics topics, CancellationToken cancellationToken)
    {
        foreach (var letter in topics.Read(parsed.GetRequiredValue(_topic), cancellationToken).Where(FilterOf(parsed)))
            await output.WriteLineAsync($"{letter.Topic} [{letter.Partition}] @{letter.Offset}\t{KeyOf(letter)}\t{letter.Reason}");
        return 0;
    }

    private async Task<int> RedriveAsync(ParseResult parsed, KafkaDeadLetterTopics topics, CancellationToken cancellationToken)
    {
        var result = await topics.RedriveAsync(parsed.GetRequiredValue(_topic), FilterOf(parsed), cancellationToken);
        await output.WriteLineAsync($"{result.Written} written back, {result.Skipped} passed over");
        return 0;
    }

    private KafkaStreamOptions OptionsOf(ParseResult parsed)
    {
        var options = new KafkaStreamOptions
        {
            BootstrapServers = parsed.GetRequiredValue(_servers),
            GroupId = parsed.GetRequiredValue(_group),
            DeadLetterSuffix = parsed.GetRequiredValue(_suffix),
        };
        foreach (var setting in parsed.GetRequiredValue(_settings))
        {
            var equals = setting.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                throw new ArgumentException($"--set takes name=value, not '{setting}'.");
            options.Librdkafka[setting[..equals]] = setting[(equals + 1)..];
        }

        return options;
    }

    private Func<KafkaDeadLetter, bool> FilterOf(ParseResult parsed)
    {
        var (key, reason, partition) = (parsed.GetValue(_key), parsed.GetValue(_reason), parsed.GetValue(_partition));
        var pattern = reason is null ? null : new Regex(reason, RegexOptions.CultureInvariant, MatchTimeout);
        return letter => (key is null || KeyOf(letter) == key)
            && (partition is null || letter.Partition == partition)
            && (pattern is null || pattern.IsMatch(letter.Reason ?? ""));
    }

    private static string? KeyOf(KafkaDeadLetter letter) => letter.Record.Key is { } key ? Encoding.UTF8.GetString(key) : null;
}
