namespace Orleans.Streaming.Kafka.Tests;

/// <summary>A consumer that takes records one by one.</summary>
[Alias("tests.item-consumer")]
internal interface IItemConsumerGrain : IGrainWithStringKey;
