using System.Text.Json.Serialization;

namespace Orleans.Streaming.Kafka.Benchmarks;

[JsonSerializable(typeof(Score))]
internal sealed partial class ScoreJson : JsonSerializerContext;
