using System.Text.Json.Serialization;

namespace ShellCorp.Grains.Players.Ratings;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(RatingWeightsDocument))]
internal sealed partial class RatingWeightsJsonContext : JsonSerializerContext;
