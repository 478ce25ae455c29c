using Microsoft.Extensions.DependencyInjection;
using ShellCorp.Counters.Tests.Systems;
using ShellCorp.Events;
using ShellCorp.Events.Json;
using ShellCorp.Market;
using ShellCorp.Silo.Kafka;

namespace ShellCorp.Counters.Tests.Attention;

/// <summary>Attention all the way: told, logged, counted, in Riak, read.</summary>
public sealed class AttentionTests
{
    private static readonly PlayerId Player = new(90012);

    [Fact]
    public async Task What_people_do_is_counted_where_all_can_read_it()
    {
        await using var riak = new RiakTarget();
        await using var cluster = await CounterCluster.StartAsync(silos: 1, riak);
        foreach (var view in (string[])["view/1", "view/2", "view/2", "view/3"])
            await TellAsync(cluster, AttentionKind.Viewed, "web", view);
        await TellAsync(cluster, AttentionKind.Followed, "fan/1", "follow/1");
        await TellAsync(cluster, AttentionKind.Followed, "fan/2", "follow/2");
        await TellAsync(cluster, AttentionKind.Followed, "fan/2", "follow/3");
        await TellAsync(cluster, AttentionKind.Unfollowed, "fan/1", "follow/4");
        await TellAsync(cluster, AttentionKind.Shortlisted, "club/9001", "shortlist/1");
        var log = cluster.Silos.GetSiloServiceProvider(cluster.Silos.Silos[0].SiloAddress).GetRequiredService<KafkaEventLog>();
        foreach (var sequence in (long[])[1, 2, 2])
            await log.AppendAsync([CloudEventCodec.Encode(PitchViewed(sequence))], CancellationToken.None);

        var seen = await Eventually.ReachAsync(
            "3 views, 1 follower, 1 shortlist, 2 pitch views",
            () => cluster.Grains.GetGrain<IPlayerCountersGrain>(Player.Value).GetAsync(CancellationToken.None),
            counters => counters is { Attention: { Count: 4 } attention } && attention[PlayerCounter.ProfileViews] == 3 && attention[PlayerCounter.Followers] == 1
                && attention[PlayerCounter.Shortlistings] == 1 && attention[PlayerCounter.PitchViews] == 2);
        Assert.Empty(seen!.Seasons);
    }

    [Fact]
    public async Task Nonsense_is_refused_at_the_door()
    {
        await using var riak = new RiakTarget();
        await using var cluster = await CounterCluster.StartAsync(silos: 1, riak);
        var refused = await Assert.ThrowsAsync<EventRefusedException>(() => TellAsync(cluster, AttentionKind.Viewed, "", "view/1"));
        Assert.Contains("by", refused.Message, StringComparison.Ordinal);
    }

    private static async Task TellAsync(CounterCluster cluster, AttentionKind kind, string by, string id) =>
        Assert.Null(await cluster.Grains.GetGrain<IAttentionGrain>(Player.Value).TellAsync(kind, by, id, CancellationToken.None));

    private static MarketEvent PitchViewed(long sequence) => new()
    {
        PlayerId = Player, Sequence = sequence, Kind = MarketEventKind.PitchViewed, At = DateTimeOffset.UnixEpoch.AddYears(56), AgentId = new(71), ClubId = new(9001),
        PitchId = new(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)), Price = 1,
    };
}
