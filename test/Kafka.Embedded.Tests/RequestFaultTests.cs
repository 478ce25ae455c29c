using Confluent.Kafka;

namespace Kafka.Embedded.Tests;

public sealed class RequestFaultTests
{
    private static readonly TimeSpan LongerThanAnyTest = TimeSpan.FromMinutes(30);

    [Fact]
    public async Task Pushed_errors_are_given_one_by_one_in_order_and_then_all_is_well()
    {
        await using var kafka = Start();
        using var producer = Clients.Producer(kafka);

        kafka.PushRequestErrors(KafkaApi.Produce, ErrorCode.MsgSizeTooLarge, ErrorCode.PolicyViolation);

        Assert.Equal(ErrorCode.MsgSizeTooLarge, (await Assert.ThrowsAsync<ProduceException<string, string>>(() => SendAsync(producer, "a"))).Error.Code);
        Assert.Equal(ErrorCode.PolicyViolation, (await Assert.ThrowsAsync<ProduceException<string, string>>(() => SendAsync(producer, "b"))).Error.Code);
        Assert.Equal(0, (await SendAsync(producer, "c")).Offset.Value);
    }

    [Fact]
    public async Task Errors_that_are_cleared_are_not_given()
    {
        await using var kafka = Start();
        using var producer = Clients.Producer(kafka);

        kafka.PushRequestErrors(KafkaApi.Produce, ErrorCode.MsgSizeTooLarge);
        kafka.ClearRequestErrors(KafkaApi.Produce);

        Assert.Equal(0, (await SendAsync(producer, "a")).Offset.Value);
    }

    [Fact]
    public async Task A_cut_connection_is_made_anew_and_the_request_repeated()
    {
        await using var kafka = Start();
        using var producer = Clients.Producer(kafka);
        kafka.StartRequestTracking();

        kafka.PushRequestErrors(KafkaApi.Produce, ErrorCode.Local_Transport);
        var sent = await SendAsync(producer, "a");

        Assert.Equal(0, sent.Offset.Value);
        Assert.Equal(2, kafka.GetRequests().Count(request => request.Api == KafkaApi.Produce));
    }

    [Fact]
    public async Task A_delayed_answer_leaves_the_outcome_unknown_and_is_counted_until_it_is_taken()
    {
        await using var kafka = Start();
        using var producer = Clients.Producer(kafka, config => config.MessageTimeoutMs = 1500);
        kafka.PushResponses(1, KafkaApi.Produce, new BrokerResponse(ErrorCode.NoError, LongerThanAnyTest), new BrokerResponse(ErrorCode.PolicyViolation));
        Assert.Equal(2, kafka.CountPendingResponses(1, KafkaApi.Produce));

        var unknown = await Assert.ThrowsAsync<ProduceException<string, string>>(() => SendAsync(producer, "a"));

        Assert.Equal(ErrorCode.Local_MsgTimedOut, unknown.Error.Code);
        Assert.Equal(1, kafka.CountPendingResponses(1, KafkaApi.Produce));
        Assert.Equal(1, End(kafka).Value);
    }

    [Fact]
    public async Task A_partition_s_error_spares_the_other_partitions()
    {
        await using var kafka = Start();
        using var producer = Clients.Producer(kafka);

        kafka.PushPartitionErrors("matches", 1, KafkaApi.Produce, ErrorCode.MsgSizeTooLarge);

        Assert.Equal(0, (await SendAsync(producer, "a", partition: 0)).Offset.Value);
        Assert.Equal(ErrorCode.MsgSizeTooLarge, (await Assert.ThrowsAsync<ProduceException<string, string>>(() => SendAsync(producer, "b", partition: 1))).Error.Code);
        Assert.Equal(0, (await SendAsync(producer, "c", partition: 1)).Offset.Value);
    }

    [Fact]
    public async Task A_topic_s_error_shows_in_metadata_until_it_is_taken_back()
    {
        await using var kafka = Start();
        using var admin = Clients.Admin(kafka);

        kafka.SetTopicError("matches", ErrorCode.TopicAuthorizationFailed);
        var refused = admin.GetMetadata("matches", Clients.Patience).Topics.Single().Error.Code;
        kafka.SetTopicError("matches", ErrorCode.NoError);
        var granted = admin.GetMetadata("matches", Clients.Patience).Topics.Single().Error.Code;

        Assert.Equal((ErrorCode.TopicAuthorizationFailed, ErrorCode.NoError), (refused, granted));
    }

    [Fact]
    public async Task Tracking_that_is_stopped_or_was_never_started_lists_nothing_new()
    {
        await using var kafka = Start();
        using var producer = Clients.Producer(kafka);
        await SendAsync(producer, "a");
        Assert.Empty(kafka.GetRequests());

        kafka.StartRequestTracking();
        await SendAsync(producer, "b");
        var requests = kafka.StopRequestTracking();
        await SendAsync(producer, "c");

        Assert.Single(requests, request => request is { Api: KafkaApi.Produce, Broker: 1 });
        Assert.Empty(kafka.GetRequests());
    }

    [Fact]
    public async Task Faults_on_what_is_not_there_are_refused()
    {
        await using var kafka = Start();

        Assert.Contains(
            "'typo' is not one that CreateTopic has made: matches",
            Assert.Throws<InvalidOperationException>(() => kafka.SetPartitionLeader("typo", 0, 1)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "partition must be from 0 to 1",
            Assert.Throws<ArgumentOutOfRangeException>(() => kafka.SetPartitionLeader("matches", 2, 1)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => kafka.PushRequestErrors((KafkaApi)5, ErrorCode.Unknown));
        Assert.Throws<ArgumentOutOfRangeException>(() => kafka.SetRoundTripTime(1, TimeSpan.FromMilliseconds(-1)));
        var beyond = Assert.Throws<KafkaException>(() => kafka.DeleteRecordsBefore("matches", 0, 1));
        Assert.Equal(ErrorCode.OffsetOutOfRange, beyond.Error.Code);
        Assert.Contains("Broker: Offset out of range", beyond.Message, StringComparison.Ordinal);
    }

    private static EmbeddedKafka Start()
    {
        var kafka = EmbeddedKafka.Start();
        kafka.CreateTopic("matches", partitions: 2);
        return kafka;
    }

    private static Task<DeliveryResult<string, string>> SendAsync(IProducer<string, string> producer, string value, int partition = 0)
        => producer.ProduceAsync(new TopicPartition("matches", partition), new Message<string, string> { Value = value });

    private static Offset End(EmbeddedKafka kafka)
    {
        using var consumer = Clients.Consumer(kafka, "checker");
        return consumer.QueryWatermarkOffsets(new TopicPartition("matches", 0), Clients.Patience).High;
    }
}
