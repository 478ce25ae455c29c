using System.Collections.Immutable;
using System.Text.Json;
using ShellCorp.Market;

namespace ShellCorp.Events.Json;

/// <summary>A known type of events: where it belongs and how it is read.</summary>
internal abstract record RecordType(string Name, string Topic, string KeyField)
{
    private static readonly ImmutableArray<RecordType> All =
    [
        new RecordType<PlayerUpdate>(EventTypes.PlayerUpdate, Topics.PlayerUpdates, "playerId", EventReader.ReadPlayerUpdate, e => e.PlayerId.Value),
        new RecordType<MatchUpdate>(EventTypes.MatchUpdate, Topics.MatchUpdates, "matchId", EventReader.ReadMatchUpdate, e => e.MatchId.Value),
        new RecordType<LiveRatingUpdate>(
            EventTypes.LiveRatingUpdate, Topics.LiveRatingUpdates, "playerId", EventReader.ReadLiveRatingUpdate, e => e.PlayerId.Value),
        new RecordType<PlayerAttention>(
            EventTypes.PlayerAttention, Topics.PlayerAttention, "playerId", EventReader.ReadPlayerAttention, e => e.PlayerId.Value),
        new RecordType<MarketEvent>(EventTypes.MarketEvent, Topics.MarketEvents, "playerId", EventReader.ReadMarketEvent, e => e.PlayerId.Value),
    ];

    public static string Names { get; } = string.Join(", ", All.Select(type => type.Name));

    public static RecordType? Find(string name) => All.FirstOrDefault(type => type.Name == name);

    /// <summary>The type of the same name in another major version.</summary>
    public static RecordType? FindFamily(string name) => All.FirstOrDefault(type => FamilyOf(type.Name).SequenceEqual(FamilyOf(name)));

    public abstract object? Read(JsonElement data, EventEnvelope envelope, string prefix, FieldErrors errors);

    public abstract long KeyOf(object decoded);

    private static ReadOnlySpan<char> FamilyOf(string name) =>
        name.LastIndexOf(".v", StringComparison.Ordinal) is >= 0 and var at ? name.AsSpan(0, at) : name;
}
