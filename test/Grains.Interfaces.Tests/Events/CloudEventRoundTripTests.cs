using System.Text;
using CsCheck;
using ShellCorp.Events;
using ShellCorp.Events.Json;
using ShellCorp.Market;

namespace ShellCorp.Grains.Interfaces.Tests.Events;

public sealed class CloudEventRoundTripTests
{
    [Fact]
    public void A_player_update_is_read_back_exactly() =>
        AnyEvent.PlayerUpdate.Sample(update => update == (PlayerUpdate)Decode(CloudEventCodec.Encode(update)));

    [Fact]
    public void A_match_update_is_read_back_exactly() =>
        AnyEvent.MatchUpdate.Sample(update => AreSame(update, (MatchUpdate)Decode(CloudEventCodec.Encode(update))));

    [Fact]
    public void A_live_rating_is_read_back_exactly() => AnyEvent.LiveRating.Sample(update =>
    {
        var read = (LiveRatingUpdate)Decode(CloudEventCodec.Encode(update));
        return read.Categories.SequenceEqual(update.Categories) && read with { Categories = update.Categories } == update;
    });

    [Fact]
    public void An_event_of_the_market_is_read_back_exactly() =>
        AnyEvent.Market.Sample(happened => happened == (MarketEvent)Decode(CloudEventCodec.Encode(happened)));

    [Fact]
    public void Times_keep_their_offset() => AnyEvent.PlayerUpdate.Sample(update =>
        ((PlayerUpdate)Decode(CloudEventCodec.Encode(update))).OccurredAt.EqualsExact(update.OccurredAt));

    [Fact]
    public void A_record_carries_topic_key_and_cloud_event_attributes()
    {
        var update = new PlayerUpdate
        {
            Id = "e1", MatchId = new(7), PlayerId = new(42), Kind = PlayerAction.Pass, OccurredAt = new(2018, 6, 14, 15, 0, 1, 500, TimeSpan.Zero),
        };

        var record = CloudEventCodec.Encode(update);

        Assert.Equal("PlayerUpdates", record.Topic);
        Assert.Equal("42", Encoding.UTF8.GetString(record.Key));
        Assert.Equal("""{"matchId":7,"playerId":42,"kind":"pass","period":"1H","minute":0,"second":0}""", Encoding.UTF8.GetString(record.Value));
        Assert.Equal(
            [
                ("ce_specversion", "1.0"), ("ce_id", "e1"), ("ce_type", "shellcorp.player-update.v1"), ("ce_source", "/shellcorp/ingest"),
                ("ce_time", "2018-06-14T15:00:01.5Z"), ("content-type", "application/json"),
            ],
            record.Headers.Select(header => (header.Name, Encoding.UTF8.GetString(header.Value))));
    }

    [Fact]
    public void A_live_rating_names_its_match_and_team_for_routing()
    {
        var routes = AnyEvent.LiveRating.Single() with { MatchId = new(7), TeamId = null };

        Assert.Equal("7", Header(routes, EventHeaders.Match));
        Assert.Equal("0", Header(routes, EventHeaders.Team));
        Assert.Equal("9", Header(routes with { TeamId = new TeamId(9) }, EventHeaders.Team));
    }

    [Fact]
    public void A_derived_update_tells_that_a_match_made_it()
    {
        var derived = AnyEvent.PlayerUpdate.Single() with { Kind = PlayerAction.TeamScored };

        var source = CloudEventCodec.Encode(derived).Headers.Single(header => header.Name == EventHeaders.Source);

        Assert.Equal("/shellcorp/match", Encoding.UTF8.GetString(source.Value));
    }

    private static string Header(LiveRatingUpdate update, string name) =>
        Encoding.UTF8.GetString(CloudEventCodec.Encode(update).Headers.Single(header => header.Name == name).Value);

    private static object Decode(EncodedEvent record) => CloudEventCodec.Decode(record.Topic, record.Key, record.Value, record.Headers);

    private static bool AreSame(MatchUpdate one, MatchUpdate other) =>
        one with { Sheet = null } == other with { Sheet = null } && AreSame(one.Sheet, other.Sheet);

    private static bool AreSame(MatchSheet? one, MatchSheet? other) => one is null || other is null
        ? one == other
        : one.Competition == other.Competition && one.KickOff.EqualsExact(other.KickOff)
            && AreSame(one.Home, other.Home) && AreSame(one.Away, other.Away);

    private static bool AreSame(TeamSheet one, TeamSheet other) =>
        one.TeamId == other.TeamId && one.Name == other.Name && one.Squad.SequenceEqual(other.Squad);
}
