using Oltp.Sessions;
using Postgres.TestServer;
using ShellCorp.Market;

namespace ShellCorp.Oltp.Tests.Market;

/// <summary>A commit whose answer is lost: the request says so, and sent again it is answered without being done twice.</summary>
public sealed class LostAnswerTests(SharedPostgres postgres)
{
    [Fact]
    public async Task A_transfer_whose_answer_was_lost_is_done_once_when_it_is_sent_again()
    {
        await using var proxy = new PostgresProxy(postgres.Server.Port);
        await using var scene = await MarketScene.OnPostgresAsync(await ThroughAsync(proxy));
        var (from, to) = (await scene.AgentAsync(1, credits: 100), await scene.AgentAsync(2));
        var request = Guid.NewGuid();

        proxy.LoseNextAnswer();
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => scene.Accounts.TransferAsync(AccountId.Of(from), request, AccountId.Of(to), 30, default));
        Assert.Equal(1, proxy.Lost);
        Assert.Equal(70, await scene.BalanceAsync(from));

        Assert.Equal(70, await scene.Accounts.TransferAsync(AccountId.Of(from), request, AccountId.Of(to), 30, default));
        Assert.Equal(70, await scene.BalanceAsync(from));
        await scene.AssertBooksAsync();
    }

    [Fact]
    public async Task A_pitch_whose_answer_was_lost_is_the_same_pitch_when_it_is_sent_again()
    {
        await using var proxy = new PostgresProxy(postgres.Server.Port);
        await using var scene = await MarketScene.OnPostgresAsync(await ThroughAsync(proxy));
        var (agent, club) = (await scene.AgentAsync(1, credits: 100), await scene.ClubAsync(5));
        var draft = MarketScene.Draft(await scene.RequirementAsync(club), await scene.PlayerAsync(7, agent));
        var request = Guid.NewGuid();

        proxy.LoseNextAnswer();
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => scene.Pitches.SendAsync(agent, request, draft, default));

        var id = await scene.Pitches.SendAsync(agent, request, draft, default);
        Assert.Equal(id, Assert.Single(await scene.Pitches.ListAsync(DeskId.Of(agent), null, 10, default)).PitchId);
        Assert.Equal(100 - MarketScene.Fee, await scene.BalanceAsync(agent));
    }

    private async Task<string> ThroughAsync(PostgresProxy proxy) => proxy.Lead(await postgres.Server.CreateDatabaseAsync());
}
