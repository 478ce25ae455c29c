using System.Text.Json;
using System.Text.Json.Serialization;
using ShellCorp.Matches;
using ShellCorp.Players;
using ShellCorp.Teams;
using ShellCorp.Web.Api.Events;
using ShellCorp.Web.Api.Queries;

namespace ShellCorp.Web.Api;

/// <summary>The API's JSON. Events stand in answers as they stand in the log.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict,
    Converters = [typeof(LiveRatingConverter), typeof(MatchUpdateConverter), typeof(QualifiersConverter)])]
[JsonSerializable(typeof(ApiProblem))]
[JsonSerializable(typeof(IngestResult))]
[JsonSerializable(typeof(MatchList))]
[JsonSerializable(typeof(MatchView))]
[JsonSerializable(typeof(RatingExplanation))]
[JsonSerializable(typeof(PlayerAnswer))]
[JsonSerializable(typeof(TeamList))]
[JsonSerializable(typeof(TeamView))]
[JsonSerializable(typeof(ConnectionAnswer))]
internal sealed partial class ApiJson : JsonSerializerContext;
