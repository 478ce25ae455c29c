using Microsoft.Extensions.Configuration;
using Orleans.TestingHost;
using ShellCorp.Events;
using ShellCorp.Grains.Hosting;
using ShellCorp.Market;
using ShellCorp.Silo.Market;
using ShellCorp.Silo.Storage;

namespace ShellCorp.Oltp.Tests.Market;

/// <summary>The desks, as a client of the cluster meets them.</summary>
public sealed class MarketGrainTests(SharedPostgres postgres)
{
    [Fact]
    public async Task A_player_finds_a_club_in_memory() => await TradeAsync(null);

    [Fact]
    public async Task A_player_finds_a_club_in_PostgreSQL() => await TradeAsync(await postgres.Server.CreateDatabaseAsync());

    private static async Task TradeAsync(string? connectionString)
    {
        await using var cluster = await StartAsync(connectionString);
        var office = cluster.Client.GetGrain<IMarketOfficeGrain>(0);
        var (agent, club) = (cluster.Client.GetGrain<IAgentDeskGrain>(1), cluster.Client.GetGrain<IClubDeskGrain>(5));
        await office.SaveAgentAsync(new() { AgentId = new(1), Name = "Ana" }, default);
        await office.VerifyAsync(new(1), default);
        await office.SaveClubAsync(new() { ClubId = new(5), Name = "Harbour" }, default);
        await office.SavePlayerAsync(new() { PlayerId = new(7), Name = "Mateo", Role = PlayerRole.Forward, Born = new(2001, 1, 1) }, default);
        await office.RepresentAsync(new(1), new(7), default);
        await office.IssueAsync(Guid.NewGuid(), AccountId.Of(new AgentId(1)), 15, default);
        var requirement = await club.RequireAsync(Guid.NewGuid(), new() { Role = PlayerRole.Forward, Budget = 9, Deal = Deal.Loan }, default);

        Assert.Equal([new PlayerId(7)], (await club.MatchingAsync(requirement, null, 10, default)).Select(player => player.PlayerId));
        var pitch = await agent.PitchAsync(Guid.NewGuid(), MarketScene.Draft(requirement, new(7)), default);
        await club.ViewAsync(pitch, default);
        await club.DecideAsync(pitch, PitchState.Interested, "Call us.", default);
        await club.WriteAsync(Guid.NewGuid(), DeskId.Of(new AgentId(1)), "When?", default);

        Assert.Equal((PitchState.Interested, "Call us."), Assert.Single((await agent.PitchesAsync(null, 10, default)).Select(one => (one.State, one.Feedback))));
        Assert.Equal(1, Assert.Single(await agent.ConversationsAsync(null, 10, default)).Unread);
        Assert.Equal(5, await agent.BalanceAsync(default));
        var refused = await Assert.ThrowsAsync<MarketRefusedException>(() => agent.TransferAsync(Guid.NewGuid(), AccountId.Of(new TeamId(5)), 6, default));
        Assert.Equal(new FieldError("account", "agent/1", "has 5 credits, too few for 6"), Assert.Single(refused.Errors));
    }

    private static async Task<InProcessTestCluster> StartAsync(string? connectionString)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSiloHost((_, host) => host.Configuration.AddInMemoryCollection(
            [new($"{PostgresOptions.Section}:{nameof(PostgresOptions.ConnectionString)}", connectionString)]));
        builder.ConfigureSilo((_, silo) => silo.AddMarket().AddShellCorpGrains());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }
}
