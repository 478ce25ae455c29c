namespace Orleans.Streaming.Kafka.Tests;

/// <summary>A consumer that can't be activated for a while, as one whose storage is away.</summary>
[Alias("tests.reluctant-consumer")]
internal interface IReluctantConsumerGrain : IGrainWithStringKey;
