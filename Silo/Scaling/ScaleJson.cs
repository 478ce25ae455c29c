using System.Text.Json.Serialization;

namespace ShellCorp.Silo.Scaling;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ScaleAnswer))]
internal sealed partial class ScaleJson : JsonSerializerContext;
