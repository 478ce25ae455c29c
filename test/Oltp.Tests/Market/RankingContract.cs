using ShellCorp.Events;
using ShellCorp.Market;

namespace ShellCorp.Oltp.Tests.Market;

public abstract class RankingContract : MarketContract
{
    private const int Season = 2026;

    [Theory]
    [InlineData(RankBy.Rating)]
    [InlineData(RankBy.Form)]
    [InlineData(RankBy.Season)]
    public async Task Pages_of_a_ranking_hold_each_wanted_player_once_in_the_order_that_counting_by_hand_gives(RankBy by)
    {
        await using var scene = await SceneAsync();
        var all = await FillAsync(scene, 90);
        var search = new PlayerSearch { MinAge = 18, MaxAge = 33, Role = PlayerRole.Midfielder };
        var expected = all.Where(one => one.Player.Role == PlayerRole.Midfielder && 2026 - one.Player.Born.Year is >= 18 and <= 33)
            .Where(one => by != RankBy.Season || one.Season == Season)
            .OrderByDescending(one => one.PlaceBy(by).Hundredths).ThenBy(one => one.Player.PlayerId.Value).ToList();
        Assert.True(expected.Count > 10 && expected.DistinctBy(one => one.PlaceBy(by).Hundredths).Count() < expected.Count, "There must be equals.");

        var ranked = new List<RankedPlayer>();
        while (await scene.Rankings.RankAsync(search, by, ranked.Count == 0 ? null : ranked[^1].PlaceBy(by), 3, default) is { IsEmpty: false } page)
            ranked.AddRange(page);

        Assert.Equal(expected, ranked);
    }

    [Fact]
    public async Task A_ranking_is_searched_by_name_foot_and_club_too()
    {
        await using var scene = await SceneAsync();
        var all = await FillAsync(scene, 60);
        var search = new PlayerSearch { Name = "p1", Foot = Foot.Left, ClubId = new(1) };

        var ranked = await scene.Rankings.RankAsync(search, RankBy.Form, null, 200, default);

        Assert.Equal(
            all.Where(one => one.Player.Name.StartsWith("P1", StringComparison.Ordinal) && one.Player.ClubId == new TeamId(1) && one.Player.Foot is (Foot.Left or Foot.Both))
                .OrderByDescending(one => one.Form).ThenBy(one => one.Player.PlayerId.Value),
            ranked);
        Assert.NotEmpty(ranked);
    }

    [Fact]
    public async Task A_ranking_that_makes_no_sense_is_refused()
    {
        await using var scene = await SceneAsync();

        await RefusedAsync(scene, "by", () => scene.Rankings.RankAsync(new(), (RankBy)9, null, 10, default));
        await RefusedAsync(scene, "count", () => scene.Rankings.RankAsync(new(), RankBy.Form, null, 0, default));
        await RefusedAsync(scene, "after", () => scene.Rankings.RankAsync(new(), RankBy.Form, new(-1, new(1)), 10, default));
        await RefusedAsync(scene, "name", () => scene.Rankings.RankAsync(new() { Name = "\0" }, RankBy.Form, null, 10, default));
        await RefusedAsync(scene, "maxAge", () => scene.Rankings.RankAsync(new() { MinAge = 30, MaxAge = 20 }, RankBy.Form, null, 10, default));
        Assert.Empty(await scene.Rankings.RankAsync(new() { Name = "' OR 1=1 --" }, RankBy.Form, null, 10, default));
    }

    /// <summary>Players with few different marks, so that there are equals, and one of five without any.</summary>
    private static async Task<List<RankedPlayer>> FillAsync(MarketScene scene, int count)
    {
        await scene.ClubAsync(1);
        var random = new Random(5);
        var ranked = new List<RankedPlayer>();
        for (var id = 1; id <= count; id++)
        {
            var player = new MarketPlayer
            {
                PlayerId = new(id),
                Name = $"P{id}",
                Role = random.Next(2) == 0 ? PlayerRole.Midfielder : PlayerRole.Forward,
                Born = new(random.Next(1988, 2011), 2, 1),
                Foot = (Foot)random.Next(4),
                ClubId = random.Next(2) == 0 ? new TeamId(1) : null,
            };
            await scene.Office.SavePlayerAsync(player, default);
            if (id % 5 == 0)
                continue;
            var one = new RankedPlayer
            {
                Player = player, Rating = 600 + random.Next(6), Form = 650 + random.Next(6), Season = random.Next(3) > 0 ? Season : Season - 1, SeasonRating = 700 + random.Next(6), SeasonMatches = random.Next(1, 30),
            };
            ranked.Add(one);
            await scene.Database.RunAsync(session => session.ExecuteAsync(
                "INSERT INTO player_form (player_id, rating, form, season, season_rating, season_matches) VALUES (@id, @Rating, @Form, @Season, @SeasonRating, @SeasonMatches)",
                new { id, one.Rating, one.Form, one.Season, one.SeasonRating, one.SeasonMatches }), default);
        }

        await scene.Database.RunAsync(session => session.ExecuteAsync("INSERT INTO player_form (player_id) VALUES (5)", new { }), default);
        return ranked;
    }
}
