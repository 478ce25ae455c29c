using Confluent.Kafka;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Orleans.Streaming.Kafka.Tests;

public sealed class ConfigurationTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_provider_in_the_configuration_is_registered_with_its_options(bool isSilo)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Orleans:Streaming:log:ProviderType"] = "Kafka",
            ["Orleans:Streaming:log:BootstrapServers"] = "kafka:9092",
            ["Orleans:Streaming:log:GroupId"] = "silos",
            ["Orleans:Streaming:log:CommitInterval"] = "00:00:05",
            ["Orleans:Streaming:log:Topics:0:Name"] = "events",
            ["Orleans:Streaming:log:Topics:0:Namespace"] = "players",
            ["Orleans:Streaming:log:Librdkafka:security.protocol"] = "SASL_SSL",
            ["Orleans:Streaming:log:Librdkafka:sasl.mechanism"] = "SCRAM-SHA-512",
        });
        if (isSilo)
            builder.UseOrleans(silo => silo.UseLocalhostClustering());
        else
            builder.UseOrleansClient(client => client.UseLocalhostClustering());
        using var host = builder.Build();
        var options = host.Services.GetRequiredService<IOptionsMonitor<KafkaStreamOptions>>().Get("log");
        Assert.Equal("kafka:9092", options.BootstrapServers);
        Assert.Equal("silos", options.GroupId);
        Assert.Equal(TimeSpan.FromSeconds(5), options.CommitInterval);
        Assert.Equal("players", Assert.Single(options.Topics).Namespace);
        Assert.Equal("SCRAM-SHA-512", options.Librdkafka["sasl.mechanism"]);
        Assert.NotNull(host.Services.GetRequiredKeyedService<Orleans.Streams.IStreamProvider>("log"));
        foreach (var validator in host.Services.GetServices<IConfigurationValidator>().OfType<KafkaStreamOptionsValidator>())
            validator.ValidateConfiguration();
    }

    [Fact]
    public void Clients_are_made_with_the_users_settings_and_not_without_what_the_promises_rest_on()
    {
        var options = Valid();
        options.GroupInstanceId = "silo-0";
        options.Librdkafka["security.protocol"] = "SASL_SSL";
        options.Librdkafka["ssl.ca.location"] = "/etc/ca.pem";
        options.Librdkafka["sasl.mechanism"] = "SCRAM-SHA-512";
        options.Librdkafka["sasl.username"] = "silos";
        options.Librdkafka["sasl.password"] = "a secret";
        options.Librdkafka["session.timeout.ms"] = "12000";
        options.Librdkafka["linger.ms"] = "7";
        options.Librdkafka["fetch.min.bytes"] = "9";
        var consumer = ClientSettings.Consumer(options).ToDictionary();
        var producer = ClientSettings.Producer(options).ToDictionary();
        var redriver = ClientSettings.Producer(options, "an id").ToDictionary();
        Assert.Equal("an id", redriver["transactional.id"]);
        foreach (var settings in new[] { consumer, producer, redriver })
        {
            Assert.Equal("SCRAM-SHA-512", settings["sasl.mechanism"]);
            Assert.Equal("silos", settings["sasl.username"]);
            Assert.Equal("a secret", settings["sasl.password"]);
            Assert.Equal("SASL_SSL", settings["security.protocol"], ignoreCase: true);
            Assert.Equal("/etc/ca.pem", settings["ssl.ca.location"]);
            Assert.Equal("kafka:9092", settings["bootstrap.servers"]);
        }

        Assert.Equal("9", consumer["fetch.min.bytes"]);
        Assert.Equal("silo-0", consumer["group.instance.id"]);
        Assert.Equal("false", consumer["enable.auto.commit"], ignoreCase: true);
        Assert.Equal("cooperative-sticky", consumer["partition.assignment.strategy"]);
        Assert.Equal("12000", consumer["session.timeout.ms"]);
        Assert.DoesNotContain("session.timeout.ms", producer.Keys);
        Assert.DoesNotContain("linger.ms", consumer.Keys);
        Assert.Equal("7", producer["linger.ms"]);
        Assert.Equal("true", producer["enable.idempotence"], ignoreCase: true);
        Assert.Equal("-1", producer["acks"]);
        Assert.DoesNotContain("fetch.min.bytes", producer.Keys);
    }

    [Fact]
    public void With_the_newer_group_protocol_the_brokers_assign_and_set_the_times()
    {
        var options = Valid();
        options.Librdkafka["group.protocol"] = "consumer";
        var consumer = ClientSettings.Consumer(options).ToDictionary();
        Assert.Equal("consumer", consumer["group.protocol"], ignoreCase: true);
        Assert.DoesNotContain("partition.assignment.strategy", consumer.Keys);
    }

    [Fact]
    public void Consumers_name_their_topics_ids_whatever_the_user_wants_to_read()
    {
        var options = Valid();
        options.Librdkafka["debug"] = "cgrp";
        options.Librdkafka["log_level"] = "3";
        var settings = TopicIdentities.Named(ClientSettings.Consumer(options)).ToDictionary();
        Assert.Equal("cgrp,topic", settings["debug"]);
        Assert.Equal("7", settings["log_level"]);
    }

    [Fact]
    public void Clients_can_be_made_with_settings_of_TLS_and_SASL()
    {
        var options = Valid();
        options.Librdkafka["security.protocol"] = "SASL_SSL";
        options.Librdkafka["sasl.mechanism"] = "SCRAM-SHA-256";
        options.Librdkafka["sasl.username"] = "silos";
        options.Librdkafka["sasl.password"] = "a secret";
        options.Librdkafka["ssl.endpoint.identification.algorithm"] = "https";
        // librdkafka refuses what it doesn't know when a client is made, before it connects.
        using var consumer = new ConsumerBuilder<byte[], byte[]>(ClientSettings.Consumer(options)).SetLogHandler((_, _) => { }).Build();
        using var producer = new ProducerBuilder<byte[], byte[]>(ClientSettings.Producer(options)).SetLogHandler((_, _) => { }).Build();
        Assert.StartsWith("rdkafka#consumer", consumer.Name, StringComparison.Ordinal);
        Assert.StartsWith("rdkafka#producer", producer.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void What_would_break_a_promise_is_refused_with_option_value_and_reason()
    {
        AssertRefused(options => options.BootstrapServers = "", "BootstrapServers must not be empty");
        AssertRefused(options => options.GroupId = " ", "GroupId must not be empty");
        AssertRefused(options => options.Topics.Clear(), "Topics must name at least one topic");
        AssertRefused(options => options.Topics.Add(new KafkaTopicOptions { Name = "events" }), "Topics.Name is there more than once");
        AssertRefused(options => options.Topics[0].StreamKeyHeader = "team", "Topics.StreamKeyHeader of topic 'events' needs Rewindable to be false");
        AssertRefused(options => options.MaxCachedRecords = 0, "MaxCachedRecords must be at least 1", "'0'");
        AssertRefused(options => options.MaxCachedBytes = 0, "MaxCachedBytes must be at least 1");
        AssertRefused(options => options.MaxBatchRecords = -1, "MaxBatchRecords must be at least 1", "'-1'");
        AssertRefused(options => options.MaxBatchBytes = 0, "MaxBatchBytes must be at least 1");
        AssertRefused(options => options.RetryBackoffMax = TimeSpan.FromMilliseconds(1), "RetryBackoffMax must not be below RetryBackoffMin");
        AssertRefused(options => options.CommitInterval = TimeSpan.Zero, "CommitInterval must be longer than zero");
        AssertRefused(options => options.QuiesceTimeout = TimeSpan.FromSeconds(-1), "QuiesceTimeout must not be negative");
        AssertRefused(options => options.DeadLetterSuffix = "", "DeadLetterSuffix must not be empty");
        AssertRefused(options => options.RefusedExceptionTypes.Add(typeof(string)), "RefusedExceptionTypes must be types of exceptions", "System.String");
        AssertRefused(options => options.Librdkafka["enable.auto.commit"] = "true", "Librdkafka:enable.auto.commit is not to be set here");
        AssertRefused(options => options.Librdkafka["transactional.id"] = "mine", "Librdkafka:transactional.id is not to be set here");
        AssertRefused(options => options.Librdkafka["max.poll.interval.ms"] = "30000", "max.poll.interval.ms must be at least twice QuiesceTimeout");
        AssertRefused(
            options =>
            {
                options.Librdkafka["group.protocol"] = "consumer";
                options.Librdkafka["session.timeout.ms"] = "6000";
            },
            "Librdkafka:session.timeout.ms is not to be set with group.protocol=consumer");
    }

    private static void AssertRefused(Action<KafkaStreamOptions> spoil, params string[] expected)
    {
        var options = Valid();
        new KafkaStreamOptionsValidator(options, "log", consumes: true).ValidateConfiguration();
        spoil(options);
        var refused = Assert.Throws<OrleansConfigurationException>(new KafkaStreamOptionsValidator(options, "log", consumes: true).ValidateConfiguration);
        Assert.Contains("'log'", refused.Message, StringComparison.Ordinal);
        foreach (var part in expected)
            Assert.Contains(part, refused.Message, StringComparison.Ordinal);
    }

    private static KafkaStreamOptions Valid() => new() { BootstrapServers = "kafka:9092", GroupId = "silos", Topics = [new KafkaTopicOptions { Name = "events" }] };
}
