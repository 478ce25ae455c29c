using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>Moves credits. What leaves one account enters another in the same row, and an account never has less than nothing.</summary>
internal static class Ledger
{
    public const string Issuer = "issuer";
    private const int HouseAccounts = 16;

    /// <summary>The account that an agent's fees go to.</summary>
    public static string House(AgentId agent) => $"house/{agent.Value % HouseAccounts:d2}";

    public static Task OpenAsync(IMarketSession session, AccountId account) =>
        session.ExecuteAsync("INSERT INTO market_account (id, balance) VALUES (@Value, 0) ON CONFLICT (id) DO NOTHING", new { account.Value });

    public static async Task<long> BalanceAsync(IMarketSession session, AccountId account) =>
        await session.FindAsync<long?>("SELECT balance FROM market_account WHERE id = @Value", new { account.Value }) ?? throw Unknown("account", account.Value);

    /// <summary>Takes credits from one account and gives them to another.</summary>
    /// <returns>What both have afterwards.</returns>
    /// <exception cref="MarketRefusedException">An account is unknown, one has too little, or the other would have too much.</exception>
    public static async Task<(long From, long To)> MoveAsync(IMarketSession session, Moment now, string from, string to, long amount, string reason)
    {
        // Always in the order of their names, so that no two transfers wait for each other.
        (long From, long To) after = string.CompareOrdinal(from, to) < 0
            ? (await TakeAsync(session, from, amount), await GiveAsync(session, to, amount))
            : await GiveAsync(session, to, amount) is var given ? (await TakeAsync(session, from, amount), given) : default;
        await session.ExecuteAsync(
            "INSERT INTO market_transfer (id, debit_account, credit_account, amount, reason, at) VALUES (@Id, @from, @to, @amount, @reason, @At)",
            new { Id = now.NewId().ToString("n"), from, to, amount, reason, now.At });
        return after;
    }

    private static async Task<long> TakeAsync(IMarketSession session, string account, long amount) =>
        await session.FindAsync<long?>(
            "UPDATE market_account SET balance = balance - @amount WHERE id = @account AND (balance >= @amount OR id = 'issuer') RETURNING balance",
            new { account, amount })
        ?? throw await WhyNotAsync(session, account, balance => $"has {balance} credits, too few for {amount}");

    private static async Task<long> GiveAsync(IMarketSession session, string account, long amount) =>
        await session.FindAsync<long?>(
            "UPDATE market_account SET balance = balance + @amount WHERE id = @account AND balance <= @Limit - @amount RETURNING balance",
            new { account, amount, Limit = MarketCheck.MaxMoney })
        ?? throw await WhyNotAsync(session, account, balance => $"has {balance} credits; {amount} more would be above the limit of {MarketCheck.MaxMoney}");

    private static async Task<MarketRefusedException> WhyNotAsync(IMarketSession session, string account, Func<long, string> reason) =>
        await session.FindAsync<long?>("SELECT balance FROM market_account WHERE id = @account", new { account }) is { } balance
            ? new MarketRefusedException("account", account, reason(balance))
            : Unknown("account", account);

    private static MarketRefusedException Unknown(string field, string value) => new(field, value, "is unknown");
}
