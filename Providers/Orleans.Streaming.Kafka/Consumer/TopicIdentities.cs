using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Confluent.Kafka;

namespace Orleans.Streaming.Kafka;

/// <summary>
/// Tells topics that were deleted and made anew under their name, in which offsets of before mean nothing: the broker gives each topic an
/// id. Thread-safe.
/// </summary>
/// <remarks>
/// librdkafka goes on in the new topic at the old offset (a known gap: "an offset reset must be triggered", says its rdkafka_topic.c), and
/// has no call that tells a consumer the id which it fetches by. But it names the id in a message of its debug context "topic", before it
/// first fetches by it, and brokers from Kafka 3.1 on refuse fetches by an id that is no more. So a new id is heard before the first record
/// of the new topic can arrive. The admin client could be asked instead, always too late, and its requests end the process where brokers
/// were away for longer than their time-out (librdkafka issue 4605).
/// </remarks>
internal sealed partial class TopicIdentities
{
    internal const string Reason = "The topic was deleted and made anew under its name, so that offsets of before mean nothing in it. Set the group's offset to go on.";

    private const string NoId = "AAAAAAAAAAAAAAAAAAAAAA";

    private readonly ConcurrentDictionary<string, string> _read = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _told = new(StringComparer.Ordinal);
    private volatile bool _isAnyRemade;

    /// <summary>Whether any topic has ever been made anew: asked with every record.</summary>
    internal bool IsAnyRemade => _isAnyRemade;

    /// <summary>The id of the topic that is read, or null: brokers before Kafka 2.8 give none.</summary>
    internal string? IdOf(string topic) => _read.GetValueOrDefault(topic);

    /// <summary>The id that was heard last, or null.</summary>
    internal string? LatestOf(string topic) => _told.GetValueOrDefault(topic);

    /// <summary>Whether a topic is another one than that whose offsets the silo has.</summary>
    internal bool IsRemade(string topic)
        => _isAnyRemade && _read.TryGetValue(topic, out var read) && _told.TryGetValue(topic, out var told) && read != told;

    internal void ThrowIfRemade(string topic)
    {
        if (IsRemade(topic))
            throw new InvalidOperationException($"{topic}: {Reason}");
    }

    /// <summary>An operator has said where to go on in the topic that is there now.</summary>
    internal void Accept(string topic)
    {
        if (_told.TryGetValue(topic, out var told))
            _read[topic] = told;
    }

    /// <summary>Has a consumer name its topics' ids, for <see cref="Hear"/>.</summary>
    internal static ConsumerConfig Named(ConsumerConfig config)
    {
        const string Context = "topic";
        config.Debug = string.IsNullOrEmpty(config.Debug) ? Context : $"{config.Debug},{Context}";
        config.Set("log_level", $"{(int)SyslogLevel.Debug}");
        return config;
    }

    /// <summary>Takes ids from what librdkafka says. Called on its threads, in the midst of its work: it must not wait for anything.</summary>
    internal void Hear(LogMessage message)
    {
        if (message.Facility == "METADATA" && IdChange().Match(message.Message) is { Success: true } change && change.Groups["id"].Value is not NoId and var id)
            Tell(change.Groups["topic"].Value, id);
    }

    private void Tell(string topic, string id)
    {
        _told[topic] = id;
        if (_read.GetOrAdd(topic, id) != id)
            _isAnyRemade = true;
    }

    [GeneratedRegex("Topic (?<topic>[a-zA-Z0-9._-]+) changed id from [^ ]+ to (?<id>[^ ]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex IdChange();
}
