using System.Text.Json.Serialization;

namespace Patroni.Partitions;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true)]
[JsonSerializable(typeof(PartitionMap))]
internal sealed partial class PartitionJson : JsonSerializerContext;
