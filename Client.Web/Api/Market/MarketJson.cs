using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ShellCorp.Market;

namespace ShellCorp.Web.Api.Market;

/// <summary>The market's JSON.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(MarketProblem))]
[JsonSerializable(typeof(BalanceAnswer))]
[JsonSerializable(typeof(IdAnswer))]
[JsonSerializable(typeof(NumberAnswer))]
[JsonSerializable(typeof(KeyAnswer))]
[JsonSerializable(typeof(AlertsAnswer))]
[JsonSerializable(typeof(PageAnswer<Pitch>))]
[JsonSerializable(typeof(PageAnswer<MarketMessage>))]
[JsonSerializable(typeof(PageAnswer<Conversation>))]
[JsonSerializable(typeof(PageAnswer<Offer>))]
[JsonSerializable(typeof(PageAnswer<Watch>))]
[JsonSerializable(typeof(PageAnswer<MarketPlayer>))]
[JsonSerializable(typeof(PageAnswer<PostedRequirement>))]
[JsonSerializable(typeof(PageAnswer<ShortlistEntry>))]
[JsonSerializable(typeof(PageAnswer<RankedPlayer>))]
[JsonSerializable(typeof(ImmutableArray<OfferStep>))]
[JsonSerializable(typeof(Pitch))]
[JsonSerializable(typeof(Offer))]
[JsonSerializable(typeof(UserAccess))]
[JsonSerializable(typeof(AgentProfile))]
[JsonSerializable(typeof(ClubProfile))]
[JsonSerializable(typeof(MarketPlayer))]
[JsonSerializable(typeof(PitchBody))]
[JsonSerializable(typeof(OfferBody))]
[JsonSerializable(typeof(RequirementBody))]
[JsonSerializable(typeof(TransferBody))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(ReadBody))]
[JsonSerializable(typeof(DecisionBody))]
[JsonSerializable(typeof(NoteBody))]
[JsonSerializable(typeof(WatchBody))]
[JsonSerializable(typeof(AlertsBody))]
[JsonSerializable(typeof(MoveBody))]
[JsonSerializable(typeof(AgentBody))]
[JsonSerializable(typeof(NameBody))]
[JsonSerializable(typeof(PlayerBody))]
[JsonSerializable(typeof(AgentOfBody))]
[JsonSerializable(typeof(CreditsBody))]
internal sealed partial class MarketJson : JsonSerializerContext;
