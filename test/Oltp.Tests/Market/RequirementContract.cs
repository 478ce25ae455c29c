using ShellCorp.Events;
using ShellCorp.Market;

namespace ShellCorp.Oltp.Tests.Market;

public abstract class RequirementContract : MarketContract
{
    [Fact]
    public async Task The_players_who_meet_a_requirement_are_those_that_counting_by_hand_gives()
    {
        await using var scene = await SceneAsync();
        var clubs = new[] { await scene.ClubAsync(1), await scene.ClubAsync(2) };
        var random = new Random(5);
        var players = new List<MarketPlayer>();
        for (var id = 1; id <= 120; id++)
        {
            players.Add(new()
            {
                PlayerId = new(id), Name = $"P{id}", Role = (PlayerRole)random.Next(5), Foot = (Foot)random.Next(4),
                // Birthdays around today, where ages change.
                Born = DateOnly.FromDateTime(scene.Clock.GetUtcNow().UtcDateTime).AddYears(-random.Next(14, 40)).AddDays(random.Next(-1, 2)),
                ClubId = random.Next(3) is > 0 and var club ? clubs[club - 1] : null,
            });
            await scene.Office.SavePlayerAsync(players[^1], default);
        }

        for (var round = 0; round < 25; round++)
        {
            var youngest = random.Next(14, 30);
            var wanted = new Requirement { Role = (PlayerRole)random.Next(5), Foot = (Foot)random.Next(4), MinAge = youngest, MaxAge = youngest + random.Next(10), Budget = 1, Deal = Deal.Loan };
            var id = await scene.Requirements.AddAsync(clubs[0], Guid.NewGuid(), wanted, default);

            var expected = players.Where(player => Meets(player, wanted, clubs[0], DateOnly.FromDateTime(scene.Clock.GetUtcNow().UtcDateTime))).ToList();
            var found = new List<MarketPlayer>();
            while (await scene.Requirements.MatchingAsync(clubs[0], id, found.Count == 0 ? null : found[^1].PlayerId, 7, default) is { IsEmpty: false } page)
                found.AddRange(page);
            Assert.Equal(expected, found);
        }
    }

    [Fact]
    public async Task A_requirement_or_profile_that_makes_no_sense_is_refused_and_nothing_is_written()
    {
        await using var scene = await SceneAsync();
        var club = await scene.ClubAsync(1);
        var good = new Requirement { Role = PlayerRole.Forward, Budget = 1, Deal = Deal.Buy };
        foreach (var (field, bad) in new (string, Requirement)[]
        {
            ("budget", good with { Budget = -1 }), ("budget", good with { Budget = long.MaxValue }), ("minAge", good with { MinAge = 13 }), ("maxAge", good with { MaxAge = 61 }),
            ("minAge", good with { MinAge = 30, MaxAge = 20 }), ("role", good with { Role = (PlayerRole)9 }), ("foot", good with { Foot = (Foot)(-1) }), ("deal", good with { Deal = 0 }),
        })
        {
            await RefusedAsync(scene, field, () => scene.Requirements.AddAsync(club, Guid.NewGuid(), bad, default));
        }

        await RefusedAsync(scene, "club", () => scene.Requirements.AddAsync(new(9), Guid.NewGuid(), good, default));
        await RefusedAsync(scene, "requirement", () => scene.Requirements.CloseAsync(club, new(Guid.NewGuid()), default));

        var player = new MarketPlayer { PlayerId = new(1), Name = "P", Role = PlayerRole.Forward, Born = new(2000, 1, 1) };
        foreach (var name in new[] { "", " ", new('x', 101), "a\0b", "line\nbreak", "\ud800" })
            await RefusedAsync(scene, "name", () => scene.Office.SavePlayerAsync(player with { Name = name }, default));
        await RefusedAsync(scene, "born", () => scene.Office.SavePlayerAsync(player with { Born = new(2030, 1, 1) }, default));
        await RefusedAsync(scene, "playerId", () => scene.Office.SavePlayerAsync(player with { PlayerId = new(0) }, default));
        await RefusedAsync(scene, "clubId", () => scene.Office.SavePlayerAsync(player with { ClubId = new(77) }, default));
        await RefusedAsync(scene, "agent", () => scene.Office.VerifyAsync(new(77), default));
        await RefusedAsync(scene, "credits", () => scene.Office.IssueAsync(Guid.NewGuid(), AccountId.Of(club), -1, default));
    }

    [Fact]
    public async Task A_verified_agent_takes_over_a_player_and_others_do_not()
    {
        await using var scene = await SceneAsync();
        var (first, second, unverified) = (await scene.AgentAsync(1, credits: 100), await scene.AgentAsync(2, credits: 100), await scene.AgentAsync(3, verified: false));
        var player = await scene.PlayerAsync(7, first);
        await RefusedAsync(scene, "agent", () => scene.Office.RepresentAsync(unverified, player, default));
        await RefusedAsync(scene, "player", () => scene.Office.RepresentAsync(second, new(99), default));

        await scene.Office.RepresentAsync(second, player, default);

        var requirement = await scene.RequirementAsync(await scene.ClubAsync(5));
        await RefusedAsync(scene, "player", () => scene.Pitches.SendAsync(first, Guid.NewGuid(), MarketScene.Draft(requirement, player), default));
        await scene.Pitches.SendAsync(second, Guid.NewGuid(), MarketScene.Draft(requirement, player), default);
    }

    private static bool Meets(MarketPlayer player, Requirement wanted, TeamId club, DateOnly today)
    {
        var age = today.Year - player.Born.Year - (player.Born.AddYears(today.Year - player.Born.Year) > today ? 1 : 0);
        return (wanted.Role == PlayerRole.Unknown || wanted.Role == player.Role)
            && age >= wanted.MinAge && age <= wanted.MaxAge
            && (wanted.Foot == Foot.Any || wanted.Foot == player.Foot || player.Foot == Foot.Both)
            && player.ClubId != club;
    }
}
