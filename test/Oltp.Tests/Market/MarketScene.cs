using System.Data.Common;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Oltp.Migrations;
using Oltp.Sessions;
using ShellCorp.Events;
using ShellCorp.Grains.Market;
using ShellCorp.Market;
using ShellCorp.Silo.Market;
using ShellCorp.Silo.Storage;

namespace ShellCorp.Oltp.Tests.Market;

/// <summary>The market on a database of its own, with shorthand for what most tests need first.</summary>
internal sealed class MarketScene : IAsyncDisposable
{
    public const long Fee = 10;

    private MarketScene(IOltpDatabase database)
    {
        Tables = database;
        Database = new MarketDatabase(() => Task.FromResult(database));
        var requests = new MarketRequests(Database, Clock);
        Office = new(Database, requests, Clock);
        Accounts = new(Database, requests);
        Requirements = new(Database, requests, Clock);
        Pitches = new(Database, requests, Options.Create(Rules), Clock);
        Messages = new(Database, requests);
        Offers = new(Database, requests);
        Shortlists = new(Database);
        Searches = new(Database, Clock);
        Rankings = new(Database, Clock);
        Portfolios = new(Database, Clock);
        Watches = new(Database);
        Alerts = new(Database);
        Users = new(Database);
        Cleaning = new(Database, Options.Create(Rules), Clock);
    }

    public MarketOptions Rules { get; } = new() { PitchFee = Fee };

    public FakeTimeProvider Clock { get; } = new(new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

    /// <summary>The database beneath.</summary>
    public IOltpDatabase Tables { get; }

    public IMarketDatabase Database { get; }

    public MarketOffice Office { get; }

    public Accounts Accounts { get; }

    public Requirements Requirements { get; }

    public Pitches Pitches { get; }

    public Messages Messages { get; }

    public Offers Offers { get; }

    public Shortlists Shortlists { get; }

    public PlayerSearches Searches { get; }

    public Rankings Rankings { get; }

    public Portfolios Portfolios { get; }

    public Watches Watches { get; }

    public Alerts Alerts { get; }

    public MarketUsers Users { get; }

    public MarketCleaning Cleaning { get; }

    public static async Task<MarketScene> OnPostgresAsync(SharedPostgres postgres) => await OnPostgresAsync(await postgres.Server.CreateDatabaseAsync());

    public static async Task<MarketScene> OnPostgresAsync(string connection)
    {
        var source = PostgresSource.Open(new() { ConnectionString = connection }, NullLoggerFactory.Instance);
        return await OnPostgresAsync(source, new PostgresDatabase(source));
    }

    public static async Task<MarketScene> OnPostgresAsync(DbDataSource source, IOltpDatabase database)
    {
        await PostgresMigrator.MigrateAsync(source, MarketSchema.Steps, NullLoggerFactory.Instance, CancellationToken.None);
        return new(database);
    }

    public static async Task<MarketScene> OnSqliteAsync() => new(await SqliteDatabase.OpenAsync(MarketSchema.Steps, CancellationToken.None));

    /// <summary>A verified agent with credits.</summary>
    public async Task<AgentId> AgentAsync(long id, long credits = 0, bool verified = true)
    {
        var agent = new AgentId(id);
        await Office.SaveAgentAsync(new() { AgentId = agent, Name = $"Agent {id}" }, default);
        if (verified)
            await Office.VerifyAsync(agent, default);
        if (credits > 0)
            await Office.IssueAsync(Guid.NewGuid(), AccountId.Of(agent), credits, default);
        return agent;
    }

    public async Task<TeamId> ClubAsync(long id)
    {
        var club = new TeamId(id);
        await Office.SaveClubAsync(new() { ClubId = club, Name = $"Club {id}" }, default);
        return club;
    }

    public async Task<PlayerId> PlayerAsync(long id, AgentId? agent = null)
    {
        var player = new PlayerId(id);
        await Office.SavePlayerAsync(new() { PlayerId = player, Name = $"Player {id}", Role = PlayerRole.Forward, Born = new(2000, 1, 1) }, default);
        if (agent is { } who)
            await Office.RepresentAsync(who, player, default);
        return player;
    }

    public Task<RequirementId> RequirementAsync(TeamId club) =>
        Requirements.AddAsync(club, Guid.NewGuid(), new() { Role = PlayerRole.Forward, Budget = 1_000_000, Deal = Deal.Buy }, default);

    public static PitchDraft Draft(RequirementId requirement, PlayerId player) => new() { RequirementId = requirement, PlayerId = player, Price = 500_000, Note = "Fast." };

    public Task<long> BalanceAsync(AgentId agent) => Accounts.BalanceAsync(AccountId.Of(agent), default);

    /// <summary>Every row of every table of the market, so that two looks tell whether anything was written between them.</summary>
    public Task<string> EverythingAsync() => Database.RunAsync(async session =>
    {
        string[] queries =
        [
            "SELECT id || ' ' || balance FROM market_account ORDER BY id",
            "SELECT id || ' ' || answer FROM market_request ORDER BY id",
            "SELECT id || ' ' || amount FROM market_transfer ORDER BY id",
            "SELECT id || ' ' || state || feedback FROM market_pitch ORDER BY id",
            "SELECT pitch_id || ' ' || state FROM market_pitch_step ORDER BY pitch_id, state",
            "SELECT id || ' ' || is_open FROM market_requirement ORDER BY id",
            "SELECT id || ' ' || name || agency FROM market_agent ORDER BY id",
            "SELECT id || ' ' || name FROM market_club ORDER BY id",
            "SELECT id || ' ' || name FROM market_player ORDER BY id",
            "SELECT player_id || ' ' || agent_id FROM market_representation ORDER BY player_id",
            "SELECT agent_id || ' ' || club_id || ' ' || latest || ' ' || agent_read || ' ' || club_read FROM market_conversation ORDER BY agent_id, club_id",
            "SELECT agent_id || ' ' || club_id || ' ' || number || text FROM market_message ORDER BY agent_id, club_id, number",
            "SELECT id || ' ' || state || ' ' || fee || ' ' || step FROM market_offer ORDER BY id",
            "SELECT offer_id || ' ' || number || ' ' || state FROM market_offer_step ORDER BY offer_id, number",
            "SELECT club_id || ' ' || player_id || note FROM market_shortlist ORDER BY club_id, player_id",
            "SELECT id || ' ' || name || coalesce(key_hash, '') FROM market_user ORDER BY id",
            "SELECT user_id || ' ' || side || ' ' || number FROM market_member ORDER BY user_id, side, number",
            "SELECT desk || ' ' || player_id || ' ' || threshold FROM market_watch ORDER BY desk, player_id",
            "SELECT desk || ' ' || cause || ' ' || is_read FROM market_alert ORDER BY desk, cause",
            "SELECT key || ' ' || sequence || kind FROM market_outbox ORDER BY key, sequence",
        ];
        var rows = new List<string>();
        foreach (var query in queries)
            rows.AddRange(await session.ListAsync<string>(query, new { }));
        return string.Join('\n', rows);
    }, default);

    /// <summary>The ledger's own truths: all balances sum to zero, and each is the sum of its entries.</summary>
    public async Task AssertBooksAsync()
    {
        var wrong = await Database.RunAsync(session => session.ListAsync<string>(
            """
            SELECT 'all accounts together have ' || sum(balance) FROM market_account HAVING sum(balance) <> 0
            UNION ALL
            SELECT a.id || ' has ' || a.balance || ', its entries sum to ' || coalesce(sum(e.amount), 0)
            FROM market_account a LEFT JOIN market_entry e ON e.account_id = a.id GROUP BY a.id, a.balance HAVING a.balance <> coalesce(sum(e.amount), 0)
            UNION ALL
            SELECT id || ' has ' || balance FROM market_account WHERE balance < 0 AND id <> 'issuer'
            """,
            new { }), default);
        Assert.Empty(wrong);
    }

    public ValueTask DisposeAsync() => Tables.DisposeAsync();
}
