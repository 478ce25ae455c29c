namespace Orleans.Streaming.Kafka.Tests;

/// <summary>A consumer that only keys which are numbers can name.</summary>
[Alias("tests.numbered-consumer")]
internal interface INumberedConsumerGrain : IGrainWithIntegerKey;
