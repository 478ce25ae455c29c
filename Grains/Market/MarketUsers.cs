using System.Security.Cryptography;
using System.Text;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>People, and for whom they may act.</summary>
internal sealed class MarketUsers(IMarketDatabase database)
{
    private const int KeyBytes = 32;

    public Task SaveAsync(UserProfile user, CancellationToken cancellationToken)
    {
        new MarketCheck().Id("userId", user.UserId.Value).Name("name", user.Name).Done();
        return database.RunAsync(
            session => session.ExecuteAsync(
                "INSERT INTO market_user (id, name) VALUES (@Value, @Name) ON CONFLICT (id) DO UPDATE SET name = excluded.name",
                new { user.UserId.Value, user.Name }),
            cancellationToken);
    }

    public Task AdmitAsync(UserId user, DeskId desk, CancellationToken cancellationToken)
    {
        new MarketCheck().Id("user", user.Value).Known("desk", desk.Side).Id("desk", desk.Number).Done();
        return database.RunAsync(
            async session =>
            {
                await RequireUserAsync(session, user);
                await Rows.RequireDeskAsync(session, desk);
                return await session.ExecuteAsync(
                    "INSERT INTO market_member (user_id, side, number) VALUES (@Value, @Side, @Number) ON CONFLICT (user_id, side, number) DO NOTHING",
                    new { user.Value, Side = (int)desk.Side, desk.Number });
            },
            cancellationToken);
    }

    public Task DismissAsync(UserId user, DeskId desk, CancellationToken cancellationToken) => database.RunAsync(
        session => session.ExecuteAsync(
            "DELETE FROM market_member WHERE user_id = @Value AND side = @Side AND number = @Number", new { user.Value, Side = (int)desk.Side, desk.Number }),
        cancellationToken);

    public Task<string> GiveKeyAsync(UserId user, CancellationToken cancellationToken)
    {
        new MarketCheck().Id("user", user.Value).Done();
        var key = RandomNumberGenerator.GetHexString(2 * KeyBytes, lowercase: true);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return database.RunAsync(
            async session =>
            {
                await RequireUserAsync(session, user);
                await session.ExecuteAsync("UPDATE market_user SET key_hash = @hash WHERE id = @Value", new { user.Value, hash });
                return key;
            },
            cancellationToken);
    }

    public Task<UserAccess?> FindAccessAsync(string keyHash, CancellationToken cancellationToken)
    {
        new MarketCheck().Text("keyHash", keyHash, 1, 2 * KeyBytes, breaks: false).Done();
        return database.RunAsync(
            async session =>
            {
                if (await session.FindAsync<UserRow>("SELECT id AS Id, name AS Name FROM market_user WHERE key_hash = @keyHash", new { keyHash }) is not { } user)
                    return null;
                var desks = await session.ListAsync<MemberRow>(
                    "SELECT side AS Side, number AS Number FROM market_member WHERE user_id = @Id ORDER BY side, number", new { user.Id });
                return new UserAccess
                {
                    User = new() { UserId = new(user.Id), Name = user.Name },
                    Desks = [.. desks.Select(row => new DeskId((MarketSide)row.Side, row.Number))],
                };
            },
            cancellationToken);
    }

    private static async Task RequireUserAsync(IMarketSession session, UserId user)
    {
        if (await session.FindAsync<long?>("SELECT id FROM market_user WHERE id = @Value", new { user.Value }) is null)
            throw new MarketRefusedException("user", user, "is unknown");
    }

    private sealed record UserRow
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";
    }

    private sealed record MemberRow
    {
        public int Side { get; init; }

        public long Number { get; init; }
    }
}
