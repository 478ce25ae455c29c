using CsCheck;
using ShellCorp.Market;

namespace ShellCorp.Oltp.Tests.Market;

public abstract class LedgerContract : MarketContract
{
    [Fact]
    public async Task Credits_that_leave_one_account_are_in_the_other()
    {
        await using var scene = await SceneAsync();
        var (from, to) = (await scene.AgentAsync(1, credits: 100), await scene.AgentAsync(2));

        Assert.Equal(70, await scene.Accounts.TransferAsync(AccountId.Of(from), Guid.NewGuid(), AccountId.Of(to), 30, default));

        Assert.Equal((70, 30), (await scene.BalanceAsync(from), await scene.BalanceAsync(to)));
        await scene.AssertBooksAsync();
    }

    [Fact]
    public async Task A_request_sent_again_is_answered_as_before_and_changes_nothing()
    {
        await using var scene = await SceneAsync();
        var (from, to) = (await scene.AgentAsync(1, credits: 100), await scene.AgentAsync(2));
        var request = Guid.NewGuid();
        await scene.Accounts.TransferAsync(AccountId.Of(from), request, AccountId.Of(to), 30, default);
        await scene.Accounts.TransferAsync(AccountId.Of(from), Guid.NewGuid(), AccountId.Of(to), 20, default);

        Assert.Equal(70, await scene.Accounts.TransferAsync(AccountId.Of(from), request, AccountId.Of(to), 30, default));

        Assert.Equal(50, await scene.BalanceAsync(from));
    }

    [Fact]
    public async Task A_request_sent_many_times_at_once_takes_effect_once()
    {
        await using var scene = await SceneAsync();
        var (from, to) = (await scene.AgentAsync(1, credits: 100), await scene.AgentAsync(2));
        var request = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(
            _ => Task.Run(() => scene.Accounts.TransferAsync(AccountId.Of(from), request, AccountId.Of(to), 30, default))));

        Assert.All(answers, answer => Assert.Equal(70, answer));
        Assert.Equal(70, await scene.BalanceAsync(from));
    }

    [Fact]
    public async Task Another_request_under_an_id_that_is_taken_is_refused()
    {
        await using var scene = await SceneAsync();
        var (from, to) = (await scene.AgentAsync(1, credits: 100), await scene.AgentAsync(2));
        var request = Guid.NewGuid();
        await scene.Accounts.TransferAsync(AccountId.Of(from), request, AccountId.Of(to), 30, default);

        await RefusedAsync(scene, "requestId", () => scene.Accounts.TransferAsync(AccountId.Of(from), request, AccountId.Of(to), 31, default));
    }

    [Theory]
    [InlineData(0, "agent/2", "credits")]
    [InlineData(-5, "agent/2", "credits")]
    [InlineData(long.MinValue, "agent/2", "credits")]
    [InlineData(long.MaxValue, "agent/2", "credits")]
    [InlineData(101, "agent/2", "account")]
    [InlineData(5, "agent/99", "account")]
    [InlineData(5, "agent/1", "to")]
    [InlineData(5, "issuer", "to")]
    [InlineData(5, "agent/2' OR '1'='1", "account")]
    [InlineData(5, "agent/2'; DROP TABLE market_account; --", "account")]
    [InlineData(5, "agent/2'; DROP TABLE market_account; DROP TABLE market_transfer; --", "to")]
    [InlineData(5, "agent/2\0", "to")]
    [InlineData(5, "🦈", "account")]
    [InlineData(5, "", "to")]
    public async Task A_transfer_that_cannot_be_done_is_refused_by_field_and_nothing_is_written(long credits, string to, string field)
    {
        await using var scene = await SceneAsync();
        var from = await scene.AgentAsync(1, credits: 100);
        await scene.AgentAsync(2);

        await RefusedAsync(scene, field, () => scene.Accounts.TransferAsync(AccountId.Of(from), Guid.NewGuid(), new(to), credits, default));
        await scene.AssertBooksAsync();
    }

    [Fact]
    public async Task An_account_takes_no_more_than_the_limit()
    {
        await using var scene = await SceneAsync();
        var agent = await scene.AgentAsync(1);
        await scene.Database.RunAsync(session => session.ExecuteAsync(
            "UPDATE market_account SET balance = CASE id WHEN 'agent/1' THEN 999999999999 ELSE -999999999999 END WHERE id IN ('agent/1', 'issuer')", new { }), default);

        await scene.Office.IssueAsync(Guid.NewGuid(), AccountId.Of(agent), 1, default);
        await RefusedAsync(scene, "account", () => scene.Office.IssueAsync(Guid.NewGuid(), AccountId.Of(agent), 1, default));
    }

    [Fact]
    public async Task Many_agents_on_one_account_never_take_more_than_it_has()
    {
        await using var scene = await SceneAsync();
        var shared = await scene.AgentAsync(1, credits: 100);
        var others = new List<AgentId>();
        for (var id = 2; id <= 9; id++)
            others.Add(await scene.AgentAsync(id, credits: 10));

        // Each takes from the shared account, gives to it, and passes on to the next, all at once; 7 goes 14 times into 100, and more into what comes in.
        var refused = await TogetherAsync(Enumerable.Range(0, 48).Select(Func<Task> (index) => (index % 3) switch
        {
            0 => () => scene.Accounts.TransferAsync(AccountId.Of(shared), Guid.NewGuid(), AccountId.Of(others[index % 8]), 7, default),
            1 => () => scene.Accounts.TransferAsync(AccountId.Of(others[index % 8]), Guid.NewGuid(), AccountId.Of(shared), 1, default),
            _ => () => scene.Accounts.TransferAsync(AccountId.Of(others[index % 8]), Guid.NewGuid(), AccountId.Of(others[(index + 3) % 8]), 2, default),
        }));

        await scene.AssertBooksAsync();
        var drawn = await scene.Database.RunAsync(session => session.FindAsync<long>(
            "SELECT count(*) FROM market_transfer WHERE reason = 'transfer'", new { }), default);
        Assert.Equal(48, drawn + refused);
    }

    [Fact]
    public async Task Any_sequence_of_transfers_ends_as_in_a_model_of_it()
    {
        await using var scene = await SceneAsync();
        var round = 0;
        await Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Long[-2, 60]).Array[1, 25].SampleAsync(async moves =>
        {
            var first = 1 + (4 * round++);
            var model = new long[4];
            for (var index = 0; index < 4; index++)
                await scene.AgentAsync(first + index, model[index] = 25 * (index + 1));
            foreach (var (from, to, credits) in moves)
            {
                var allowed = from != to && credits >= 1 && model[from] >= credits;
                try
                {
                    await scene.Accounts.TransferAsync(Account(first + from), Guid.NewGuid(), Account(first + to), credits, default);
                    Assert.True(allowed, $"{from} gave {credits} to {to}");
                    (model[from], model[to]) = (model[from] - credits, model[to] + credits);
                }
                catch (MarketRefusedException refused)
                {
                    Assert.False(allowed, refused.Message);
                }
            }

            for (var index = 0; index < 4; index++)
                Assert.Equal(model[index], await scene.Accounts.BalanceAsync(Account(first + index), default));
        }, iter: 30, threads: 1);
        await scene.AssertBooksAsync();

        static AccountId Account(long agent) => AccountId.Of(new AgentId(agent));
    }
}
