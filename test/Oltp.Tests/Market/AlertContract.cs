using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Grains.Market;
using ShellCorp.Market;

namespace ShellCorp.Oltp.Tests.Market;

public abstract class AlertContract : MarketContract
{
    [Fact]
    public async Task Clubs_are_told_when_a_player_on_their_shortlist_is_pitched_or_gets_an_offer_elsewhere()
    {
        await using var scene = await SceneAsync();
        var agent = await scene.AgentAsync(1, credits: 100);
        var (wants, watches, other) = (await scene.ClubAsync(5), await scene.ClubAsync(6), await scene.ClubAsync(7));
        var player = await scene.PlayerAsync(7, agent);
        await scene.Shortlists.AddAsync(wants, player, "", default);
        await scene.Shortlists.AddAsync(watches, player, "", default);
        var requirement = await scene.RequirementAsync(wants);
        var request = Guid.NewGuid();

        await scene.Pitches.SendAsync(agent, request, MarketScene.Draft(requirement, player), default);
        await scene.Pitches.SendAsync(agent, request, MarketScene.Draft(requirement, player), default);
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.Offers.MakeAsync(wants, Guid.NewGuid(), new() { PlayerId = player, Deal = Deal.Buy, Fee = 5 }, default);

        var page = await scene.Alerts.ListAsync(DeskId.Of(watches), null, 10, default);
        Assert.Equal(2, page.Unread);
        Assert.Equal([(AlertKind.PlayerOffered, player), (AlertKind.PlayerPitched, player)], page.Alerts.Select(alert => (alert.Kind, alert.PlayerId)));
        Assert.Equal(scene.Clock.GetUtcNow(), page.Alerts[0].At);
        Assert.Empty((await scene.Alerts.ListAsync(DeskId.Of(wants), null, 10, default)).Alerts);
        Assert.Empty((await scene.Alerts.ListAsync(DeskId.Of(other), null, 10, default)).Alerts);
    }

    [Fact]
    public async Task A_pitch_that_is_refused_tells_nobody()
    {
        await using var scene = await SceneAsync();
        var (agent, poor) = (await scene.AgentAsync(1, credits: 100), await scene.AgentAsync(2));
        var (wants, watches) = (await scene.ClubAsync(5), await scene.ClubAsync(6));
        var player = await scene.PlayerAsync(7, poor);
        await scene.Shortlists.AddAsync(watches, player, "", default);
        var requirement = await scene.RequirementAsync(wants);

        await RefusedAsync(scene, "account", () => scene.Pitches.SendAsync(poor, Guid.NewGuid(), MarketScene.Draft(requirement, player), default));
        await RefusedAsync(scene, "player", () => scene.Pitches.SendAsync(agent, Guid.NewGuid(), MarketScene.Draft(requirement, player), default));
    }

    [Fact]
    public async Task A_club_is_told_once_of_a_player_who_comes_to_meet_what_it_requires()
    {
        await using var scene = await SceneAsync();
        var (club, own, closed) = (await scene.ClubAsync(5), await scene.ClubAsync(6), await scene.ClubAsync(7));
        var there = new MarketPlayer { PlayerId = new(1), Name = "There", Role = PlayerRole.Forward, Born = new(2000, 1, 1), ClubId = own };
        await scene.Office.SavePlayerAsync(there, default);
        var requirement = await RequireAsync(scene, club);
        await RequireAsync(scene, own);
        await scene.Requirements.CloseAsync(closed, await RequireAsync(scene, closed), default);

        // He met it before; and a defender doesn't.
        await scene.Office.SavePlayerAsync(there with { Name = "Still there" }, default);
        var player = new MarketPlayer { PlayerId = new(2), Name = "New", Role = PlayerRole.Defender, Born = new(2000, 1, 1), ClubId = own };
        await scene.Office.SavePlayerAsync(player, default);
        Assert.Empty((await scene.Alerts.ListAsync(DeskId.Of(club), null, 10, default)).Alerts);

        await scene.Office.SavePlayerAsync(player with { Role = PlayerRole.Forward }, default);
        await scene.Office.SavePlayerAsync(player with { Role = PlayerRole.Defender }, default);
        await scene.Office.SavePlayerAsync(player with { Role = PlayerRole.Forward }, default);

        var alert = Assert.Single((await scene.Alerts.ListAsync(DeskId.Of(club), null, 10, default)).Alerts);
        Assert.Equal((AlertKind.PlayerMatches, new PlayerId(2), requirement), (alert.Kind, alert.PlayerId, alert.RequirementId!.Value));
        Assert.Empty((await scene.Alerts.ListAsync(DeskId.Of(own), null, 10, default)).Alerts);
        Assert.Empty((await scene.Alerts.ListAsync(DeskId.Of(closed), null, 10, default)).Alerts);
    }

    [Fact]
    public async Task An_agent_is_told_once_of_a_requirement_that_players_of_hers_meet()
    {
        await using var scene = await SceneAsync();
        var (agent, other, club) = (await scene.AgentAsync(1), await scene.AgentAsync(2), await scene.ClubAsync(5));
        foreach (var id in new[] { 11, 12 })
            await scene.PlayerAsync(id, agent);
        await scene.Office.SavePlayerAsync(new() { PlayerId = new(13), Name = "Keeper", Role = PlayerRole.Goalkeeper, Born = new(2000, 1, 1) }, default);
        await scene.Office.RepresentAsync(other, new(13), default);

        var requirement = await RequireAsync(scene, club);

        var alert = Assert.Single((await scene.Alerts.ListAsync(DeskId.Of(agent), null, 10, default)).Alerts);
        Assert.Equal((AlertKind.RequirementMatches, new PlayerId(11), requirement), (alert.Kind, alert.PlayerId, alert.RequirementId!.Value));
        Assert.Empty((await scene.Alerts.ListAsync(DeskId.Of(other), null, 10, default)).Alerts);
        Assert.Equal(requirement, Assert.Single(await scene.Portfolios.WantedAsync(agent, new(12), null, 10, default)).RequirementId);
        Assert.Empty(await scene.Portfolios.WantedAsync(other, new(13), null, 10, default));
        await RefusedAsync(scene, "player", () => scene.Portfolios.WantedAsync(agent, new(13), null, 10, default));
        Assert.Equal([11, 12], (await scene.Portfolios.PlayersAsync(agent, null, 10, default)).Select(player => player.PlayerId.Value));
    }

    [Fact]
    public async Task Alerts_come_in_pages_newest_first_and_stay_unread_until_they_are_read()
    {
        await using var scene = await SceneAsync();
        var (club, other) = (await scene.ClubAsync(5), await scene.ClubAsync(6));
        await RequireAsync(scene, club);
        for (var id = 1; id <= 7; id++)
        {
            scene.Clock.Advance(TimeSpan.FromSeconds(1));
            await scene.PlayerAsync(id);
        }

        var (found, before) = (new List<Alert>(), (AlertId?)null);
        while (await scene.Alerts.ListAsync(DeskId.Of(club), before, 3, default) is { Alerts.IsEmpty: false } page)
        {
            Assert.Equal(7, page.Unread);
            found.AddRange(page.Alerts);
            before = page.Alerts[^1].AlertId;
        }

        Assert.Equal([7, 6, 5, 4, 3, 2, 1], found.Select(alert => alert.PlayerId.Value));
        ImmutableArray<AlertId> seen = [found[0].AlertId, found[2].AlertId];
        await scene.Alerts.MarkReadAsync(DeskId.Of(other), seen, default);
        await scene.Alerts.MarkReadAsync(DeskId.Of(club), seen, default);
        await scene.Alerts.MarkReadAsync(DeskId.Of(club), seen, default);

        var marked = await scene.Alerts.ListAsync(DeskId.Of(club), null, 10, default);
        Assert.Equal(5, marked.Unread);
        Assert.Equal([7, 5], marked.Alerts.Where(alert => alert.IsRead).Select(alert => alert.PlayerId.Value));
        await RefusedAsync(scene, "alerts", () => scene.Alerts.MarkReadAsync(DeskId.Of(club), [], default));
        await RefusedAsync(scene, "alerts", () => scene.Alerts.MarkReadAsync(DeskId.Of(club), [new("a\0b")], default));
        await RefusedAsync(scene, "before", () => scene.Alerts.ListAsync(DeskId.Of(club), new(new('x', 121)), 10, default));
        await RefusedAsync(scene, "count", () => scene.Alerts.ListAsync(DeskId.Of(club), null, 0, default));
    }

    [Fact]
    public async Task What_is_kept_for_long_enough_goes_in_bounded_transactions_and_nothing_younger()
    {
        await using var scene = await SceneAsync();
        var (from, to, club) = (await scene.AgentAsync(1, credits: 100), await scene.AgentAsync(2), await scene.ClubAsync(5));
        var (old, young) = (Guid.NewGuid(), Guid.NewGuid());
        await scene.Accounts.TransferAsync(AccountId.Of(from), old, AccountId.Of(to), 1, default);
        await RequireAsync(scene, club);
        await scene.PlayerAsync(7);
        await FillAsync(scene, 2_500);
        scene.Clock.Advance(scene.Rules.RequestRetention);
        await scene.Accounts.TransferAsync(AccountId.Of(from), young, AccountId.Of(to), 2, default);
        Assert.Equal(0, await scene.Cleaning.RunAsync(default));

        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        // The issue, the old transfer, the requirement, and what it was filled up with.
        Assert.Equal(2_503, await scene.Cleaning.RunAsync(default));
        await scene.Accounts.TransferAsync(AccountId.Of(from), young, AccountId.Of(to), 2, default);
        Assert.Equal(97, await scene.BalanceAsync(from));
        await scene.Accounts.TransferAsync(AccountId.Of(from), old, AccountId.Of(to), 1, default);
        Assert.Equal(96, await scene.BalanceAsync(from));
        Assert.Single((await scene.Alerts.ListAsync(DeskId.Of(club), null, 10, default)).Alerts);

        scene.Clock.Advance(scene.Rules.AlertRetention);
        await scene.Cleaning.RunAsync(default);
        Assert.Empty((await scene.Alerts.ListAsync(DeskId.Of(club), null, 10, default)).Alerts);
    }

    private static Task<RequirementId> RequireAsync(MarketScene scene, TeamId club) =>
        scene.Requirements.AddAsync(club, Guid.NewGuid(), new() { Role = PlayerRole.Forward, MinAge = 20, MaxAge = 30, Budget = 1, Deal = Deal.Loan }, default);

    private static Task FillAsync(MarketScene scene, int count) => scene.Database.RunAsync(
        async session =>
        {
            for (var index = 0; index < count; index++)
                await session.ExecuteAsync("INSERT INTO market_request (id, fingerprint, answer, at) VALUES (@Id, '', '', @At)", new { Id = $"{index}", Moment.Of(scene.Clock.GetUtcNow()).At });
            return count;
        },
        default);
}
