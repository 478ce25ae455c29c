namespace Orleans.Streaming.Kafka.Tests;

/// <summary>A consumer of a topic's second view: its key is in a header.</summary>
[Alias("tests.team-consumer")]
internal interface ITeamConsumerGrain : IGrainWithStringKey;
