using System.Globalization;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>What owners of accounts do with them.</summary>
internal sealed class Accounts(IMarketDatabase database, MarketRequests requests)
{
    public Task<long> BalanceAsync(AccountId account, CancellationToken cancellationToken) =>
        database.RunAsync(session => Ledger.BalanceAsync(session, account), cancellationToken);

    public async Task<long> TransferAsync(AccountId from, Guid requestId, AccountId to, long credits, CancellationToken cancellationToken)
    {
        var check = new MarketCheck().Range("credits", credits, 1, MarketCheck.MaxCredits).Text("to", to.Value, 1, 40, breaks: false);
        if (from == to)
            check.Refuse("to", to, "is the account itself");
        else if (to.Value == Ledger.Issuer)
            check.Refuse("to", to, "takes nothing back");
        check.Done();
        var answer = await requests.OnceAsync(requestId, from.Value, new { to, credits }, async (session, now) =>
            (await Ledger.MoveAsync(session, now, from.Value, to.Value, credits, "transfer")).From.ToString(CultureInfo.InvariantCulture), cancellationToken);
        return long.Parse(answer, CultureInfo.InvariantCulture);
    }
}
