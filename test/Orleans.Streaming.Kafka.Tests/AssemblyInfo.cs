[assembly: AssemblyFixture(typeof(Orleans.Streaming.Kafka.Tests.Broker))]
