namespace Orleans.Streaming.Kafka.Tests;

/// <summary>A consumer that takes batches as a whole or not at all.</summary>
[Alias("tests.batch-consumer")]
internal interface IBatchConsumerGrain : IGrainWithStringKey;
