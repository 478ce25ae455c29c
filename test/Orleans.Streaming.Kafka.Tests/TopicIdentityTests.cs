using Confluent.Kafka;

namespace Orleans.Streaming.Kafka.Tests;

public sealed class TopicIdentityTests
{
    private readonly TopicIdentities _topics = new();

    [Fact]
    public void A_topic_is_made_anew_once_librdkafka_names_another_id_until_an_operator_accepts_it()
    {
        Say("Topic events changed id from AAAAAAAAAAAAAAAAAAAAAA to +o0uMcO1QmueU5NqaK83Bg");
        Assert.Equal("+o0uMcO1QmueU5NqaK83Bg", _topics.IdOf("events"));
        Assert.False(_topics.IsRemade("events"));
        Say("Topic events changed id from +o0uMcO1QmueU5NqaK83Bg to aMB7OXRURH6aFv7ulw/Pbg");
        Assert.True(_topics.IsRemade("events"));
        Assert.False(_topics.IsRemade("others"));
        var refused = Assert.Throws<InvalidOperationException>(() => _topics.ThrowIfRemade("events"));
        Assert.Contains("made anew", refused.Message, StringComparison.Ordinal);
        _topics.Accept("events");
        Assert.False(_topics.IsRemade("events"));
        _topics.ThrowIfRemade("events");
        Assert.Equal("aMB7OXRURH6aFv7ulw/Pbg", _topics.IdOf("events"));
    }

    [Fact]
    public void What_else_librdkafka_says_is_no_id()
    {
        Say("Topic events changed id from +o0uMcO1QmueU5NqaK83Bg to AAAAAAAAAAAAAAAAAAAAAA");
        Say("Topic events [0] Leader 1 Epoch 0");
        Say("Topic events changed id from AAAAAAAAAAAAAAAAAAAAAA to +o0uMcO1QmueU5NqaK83Bg", facility: "TOPIC");
        Assert.Null(_topics.IdOf("events"));
    }

    private void Say(string text, string facility = "METADATA") => _topics.Hear(new LogMessage("rdkafka#consumer-1", SyslogLevel.Debug, facility, $"[thrd:main]: {text}"));
}
