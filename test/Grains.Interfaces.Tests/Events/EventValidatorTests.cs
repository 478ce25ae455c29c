using CsCheck;
using ShellCorp.Events;

namespace ShellCorp.Grains.Interfaces.Tests.Events;

public sealed class EventValidatorTests
{
    private static readonly PlayerUpdate Pass = new() { Id = "e1", MatchId = new(1), PlayerId = new(2), Kind = PlayerAction.Pass };

    [Fact]
    public void Valid_player_updates_have_no_errors() => AnyEvent.PlayerUpdate.Sample(update => EventValidator.Validate(update).IsEmpty);

    [Fact]
    public void Valid_match_updates_have_no_errors() => AnyEvent.MatchUpdate.Sample(update => EventValidator.Validate(update).IsEmpty);

    [Fact]
    public void Valid_live_ratings_have_no_errors() => AnyEvent.LiveRating.Sample(update => EventValidator.Validate(update).IsEmpty);

    [Fact]
    public void What_matches_derive_is_refused_from_outside_and_nothing_else_is() => AnyEvent.PlayerUpdate.Sample(update =>
        EventValidator.ValidateReported(update) is var errors && (update.IsDerived ? errors is [{ Field: "kind" }] : errors.IsEmpty));

    public static TheoryData<PlayerUpdate, string> Broken => new()
    {
        { Pass with { Id = "" }, "id" },
        { Pass with { Id = new string('x', 201) }, "id" },
        { Pass with { Id = "a\tb" }, "id" },
        { Pass with { Id = "a\ud800" }, "id" },
        { Pass with { MatchId = new(0) }, "matchId" },
        { Pass with { PlayerId = new(-1) }, "playerId" },
        { Pass with { TeamId = new(0) }, "teamId" },
        { Pass with { Kind = (PlayerAction)21 }, "kind" },
        { Pass with { Kind = PlayerAction.CameOn }, "teamId" },
        { Pass with { Outcome = (ActionOutcome)4 }, "outcome" },
        { Pass with { Role = (PlayerRole)9 }, "role" },
        { Pass with { Qualifiers = (ActionQualifiers)(1L << 62) }, "qualifiers" },
        { Pass with { Time = new(MatchPeriod.FirstHalf, -1, 0) }, "minute" },
        { Pass with { Time = new(MatchPeriod.FirstHalf, 76, 0) }, "minute" },
        { Pass with { Time = new(MatchPeriod.SecondHalf, 44, 0) }, "minute" },
        { Pass with { Time = new(MatchPeriod.ShootOut, 151, 0) }, "minute" },
        { Pass with { Time = new(MatchPeriod.FirstHalf, 1, 60) }, "second" },
        { Pass with { Time = new((MatchPeriod)5, 1, 0) }, "period" },
        { Pass with { Start = new(double.NaN, 1) }, "x" },
        { Pass with { Start = new(1, double.PositiveInfinity) }, "y" },
        { Pass with { End = new(-0.001, 1) }, "endX" },
        { Pass with { End = new(1, 100.001) }, "endY" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_player_update_names_the_field(PlayerUpdate update, string field) =>
        Assert.Equal([field], EventValidator.Validate(update).Select(error => error.Field));

    [Fact]
    public void The_limits_themselves_are_allowed()
    {
        var update = Pass with
        {
            Id = new string('x', 200),
            Time = new(MatchPeriod.FirstHalf, 75, 59),
            Start = new(0, 100),
            End = new(100, 0),
            Qualifiers = (ActionQualifiers)((1L << 40) - 1),
        };

        Assert.Empty(EventValidator.Validate(update));
    }

    public static TheoryData<Func<LiveRatingUpdate, LiveRatingUpdate>, string> BrokenRatings => new()
    {
        { rating => rating with { Version = 0 }, "version" },
        { rating => rating with { RatingHundredths = 299 }, "ratingHundredths" },
        { rating => rating with { RatingHundredths = 1001 }, "ratingHundredths" },
        { rating => rating with { MinutesPlayed = 121 }, "minutesPlayed" },
        { rating => rating with { Events = -1 }, "events" },
        { rating => rating with { Weights = "" }, "weights" },
        { rating => rating with { Categories = [1, 2, 3] }, "categories" },
        { rating => rating with { Categories = default }, "categories" },
    };

    [Theory]
    [MemberData(nameof(BrokenRatings))]
    public void A_broken_live_rating_names_the_field(Func<LiveRatingUpdate, LiveRatingUpdate> spoil, string field) =>
        Assert.Equal([field], EventValidator.Validate(spoil(AnyEvent.LiveRating.Single())).Select(error => error.Field));
}
