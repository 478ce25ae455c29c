using System.Collections.Immutable;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>Whom clubs keep in mind.</summary>
internal sealed class Shortlists(IMarketDatabase database)
{
    public Task AddAsync(TeamId club, PlayerId player, string note, CancellationToken cancellationToken)
    {
        new MarketCheck().Id("player", player.Value).Text("note", note, 0, 1_000).Done();
        return database.RunAsync(
            async session =>
            {
                await Rows.RequireClubAsync(session, club, "club");
                await Rows.RequirePlayerAsync(session, player);
                return await session.ExecuteAsync(
                    """
                    INSERT INTO market_shortlist (club_id, player_id, note) VALUES (@Club, @Player, @note)
                    ON CONFLICT (club_id, player_id) DO UPDATE SET note = excluded.note
                    """,
                    new { Club = club.Value, Player = player.Value, note });
            },
            cancellationToken);
    }

    public Task RemoveAsync(TeamId club, PlayerId player, CancellationToken cancellationToken) => database.RunAsync(
        session => session.ExecuteAsync("DELETE FROM market_shortlist WHERE club_id = @Club AND player_id = @Player", new { Club = club.Value, Player = player.Value }),
        cancellationToken);

    public Task<ImmutableArray<ShortlistEntry>> ListAsync(TeamId club, PlayerId? after, int count, CancellationToken cancellationToken)
    {
        new MarketCheck().Page(count).Done();
        return database.RunAsync(
            async session => (await session.ListAsync<ShortlistRow>(
                $"""
                SELECT {PlayerRow.Columns}, s.note AS Note
                FROM market_shortlist s JOIN market_player p ON p.id = s.player_id
                WHERE s.club_id = @Club AND s.player_id > @After ORDER BY s.player_id LIMIT @count
                """,
                new { Club = club.Value, After = after?.Value ?? 0, count })).Select(row => new ShortlistEntry { Player = row.ToPlayer(), Note = row.Note }).ToImmutableArray(),
            cancellationToken);
    }
}
