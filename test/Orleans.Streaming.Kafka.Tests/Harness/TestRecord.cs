namespace Orleans.Streaming.Kafka.Tests;

/// <summary>What the tests' serializer makes of a record.</summary>
[GenerateSerializer]
[Alias("tests.record")]
internal sealed record TestRecord([property: Id(0)] string Key, [property: Id(1)] string Text, [property: Id(2)] int Partition, [property: Id(3)] long Offset);
