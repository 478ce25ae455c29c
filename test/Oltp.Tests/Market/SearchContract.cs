using ShellCorp.Events;
using ShellCorp.Market;

namespace ShellCorp.Oltp.Tests.Market;

public abstract class SearchContract : MarketContract
{
    private static readonly string[] Names = ["Łukasz Żak", "ŁUKASZ nowak", "łuk", "O'Brien", "100% Fit", "100 Fit", "under_score", "underXscore", "back\\slash", "İlker", "ilker", "ÅSA", "åsa berg", "⚽ Ball"];

    [Fact]
    public async Task Players_are_found_by_how_their_names_begin_in_any_case_and_nothing_else_is_a_pattern()
    {
        await using var scene = await SceneAsync();
        for (var index = 0; index < Names.Length; index++)
            await scene.Office.SavePlayerAsync(new() { PlayerId = new(index + 1), Name = Names[index], Role = PlayerRole.Defender, Born = new(2000, 1, 1) }, default);

        Assert.Equal([1, 2, 3], await FindAsync("łUK"));
        Assert.Equal([12, 13], await FindAsync("åsa"));
        Assert.Equal([4], await FindAsync("o'b"));
        Assert.Equal([5], await FindAsync("100%"));
        Assert.Equal([7], await FindAsync("under_"));
        Assert.Equal([9], await FindAsync("back\\"));
        Assert.Equal([14], await FindAsync("⚽"));
        Assert.Equal([], await FindAsync("' OR 1=1 --"));
        Assert.Equal(Names.Length, (await FindAsync("")).Count());

        async Task<IEnumerable<long>> FindAsync(string name) =>
            (await scene.Searches.FindAsync(new() { Name = name }, null, 200, default)).Select(player => player.PlayerId.Value);
    }

    [Fact]
    public async Task Pages_of_a_search_hold_whom_counting_by_hand_gives_each_once()
    {
        await using var scene = await SceneAsync();
        var clubs = new[] { await scene.ClubAsync(1), await scene.ClubAsync(2) };
        var random = new Random(11);
        var players = new List<MarketPlayer>();
        for (var id = 1; id <= 80; id++)
        {
            players.Add(new() { PlayerId = new(id), Name = $"P{random.Next(3)} {id}", Role = (PlayerRole)random.Next(1, 5), Foot = (Foot)random.Next(4), Born = new(random.Next(1985, 2010), 3, 1), ClubId = clubs[random.Next(2)] });
            await scene.Office.SavePlayerAsync(players[^1], default);
        }

        var search = new PlayerSearch { Name = "p1", MinAge = 18, MaxAge = 35, ClubId = clubs[0], Foot = Foot.Left };
        var expected = players.Where(player => player.Name[1] == '1' && player.ClubId == clubs[0] && 2026 - player.Born.Year is >= 18 and <= 35
            && player.Foot is (Foot.Left or Foot.Both)).ToList();
        var found = new List<MarketPlayer>();
        while (await scene.Searches.FindAsync(search, found.Count == 0 ? null : found[^1].PlayerId, 2, default) is { IsEmpty: false } page)
            found.AddRange(page);

        Assert.Equal(expected, found);
        await RefusedAsync(scene, "maxAge", () => scene.Searches.FindAsync(new() { MinAge = 20, MaxAge = 10 }, null, 1, default));
        await RefusedAsync(scene, "name", () => scene.Searches.FindAsync(new() { Name = "a\0" }, null, 1, default));
        await RefusedAsync(scene, "count", () => scene.Searches.FindAsync(new(), null, 1_000, default));
    }

    [Fact]
    public async Task A_shortlist_holds_each_player_once_with_the_latest_note()
    {
        await using var scene = await SceneAsync();
        var (club, other) = (await scene.ClubAsync(1), await scene.ClubAsync(2));
        for (var id = 1; id <= 5; id++)
        {
            await scene.PlayerAsync(id);
            await scene.Shortlists.AddAsync(club, new(id), $"first {id}", default);
        }

        await scene.Shortlists.AddAsync(club, new(2), "again ⚽", default);
        await scene.Shortlists.RemoveAsync(club, new(4), default);
        await scene.Shortlists.RemoveAsync(club, new(4), default);

        var first = await scene.Shortlists.ListAsync(club, null, 2, default);
        Assert.Equal([(1, "first 1"), (2, "again ⚽")], first.Select(entry => (entry.Player.PlayerId.Value, entry.Note)));
        Assert.Equal([3, 5], (await scene.Shortlists.ListAsync(club, new(2), 9, default)).Select(entry => entry.Player.PlayerId.Value));
        Assert.Empty(await scene.Shortlists.ListAsync(other, null, 9, default));
        await RefusedAsync(scene, "player", () => scene.Shortlists.AddAsync(club, new(99), "", default));
        await RefusedAsync(scene, "club", () => scene.Shortlists.AddAsync(new(99), new(1), "", default));
        await RefusedAsync(scene, "note", () => scene.Shortlists.AddAsync(club, new(1), new('x', 1_001), default));
    }
}
