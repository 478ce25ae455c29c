namespace Orleans.Streaming.Kafka.Tests;

/// <summary>A consumer that subscribes and sends when it is told to.</summary>
[Alias("tests.explicit-consumer")]
internal interface IExplicitConsumerGrain : IGrainWithStringKey
{
    /// <summary>Subscribes to the stream of the grain's own key.</summary>
    [Alias("Subscribe")]
    Task SubscribeAsync(string streamNamespace);

    /// <summary>Subscribes to the stream of the grain's own key, from an offset of partition 0 on.</summary>
    [Alias("SubscribeFrom")]
    Task SubscribeFromAsync(string streamNamespace, string topic, long offset);

    [Alias("Unsubscribe")]
    Task UnsubscribeAsync(string streamNamespace);

    /// <summary>Sends to the stream of the grain's own key.</summary>
    [Alias("Send")]
    Task SendAsync(string streamNamespace, string text);
}
