using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Orleans.Streaming.Kafka.Tests;

public sealed class TokenTests
{
    [Fact]
    public void Tokens_of_different_partitions_or_topics_are_never_equal()
    {
        var token = new KafkaSequenceToken("t", 1, 5);
        Assert.Equal(token, new KafkaSequenceToken("t", 1, 5));
        Assert.NotEqual(token, new KafkaSequenceToken("t", 2, 5));
        Assert.NotEqual(token, new KafkaSequenceToken("u", 1, 5));
        Assert.NotEqual(token, new KafkaSequenceToken("t", 1, 6));
        Assert.NotEqual(token, new KafkaSequenceToken("t", 1, 5, index: 1));
    }

    [Fact]
    public void Within_a_partition_order_is_that_of_offset_and_index()
    {
        KafkaSequenceToken[] tokens = [new("t", 1, 6), new("t", 1, 5, 1), KafkaSequenceToken.RewindTo("t", 1, 5), new("t", 1, 5)];
        Assert.Equal(["t [1] @5", "t [1] @5", "t [1] @5.1", "t [1] @6"], tokens.Order().Select(token => $"{token}"));
        Assert.True(KafkaSequenceToken.RewindTo("t", 1, 5).CompareTo(new KafkaSequenceToken("t", 1, 5)) < 0);
    }

    [Fact]
    public void A_token_that_a_grain_keeps_is_the_same_when_it_is_read_again()
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        foreach (var token in new[] { new KafkaSequenceToken("t", 1, 5, 2), KafkaSequenceToken.RewindTo("t", 1, 5) })
        {
            var read = serializer.Deserialize<KafkaSequenceToken>(serializer.SerializeToArray(token));
            Assert.Equal(token, read);
            Assert.Equal(token.IsCatchUp, read!.IsCatchUp);
        }
    }
}
