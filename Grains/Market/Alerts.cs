using System.Collections.Immutable;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>What desks were told of.</summary>
internal sealed class Alerts(IMarketDatabase database)
{
    private const int MaxIdLength = 120;

    public Task<AlertPage> ListAsync(DeskId desk, AlertId? before, int count, CancellationToken cancellationToken)
    {
        var check = new MarketCheck().Page(count);
        if (before is { } last)
            check.Text("before", last.Value, 1, MaxIdLength, breaks: false);
        check.Done();
        return database.RunAsync(
            async session =>
            {
                var rows = await session.ListAsync<AlertRow>(
                    """
                    SELECT id AS Id, kind AS Kind, player_id AS PlayerId, match_id AS MatchId, requirement_id AS RequirementId, rating AS Rating, at AS At, is_read AS IsRead
                    FROM market_alert WHERE desk = @Desk AND id < @Before ORDER BY id DESC LIMIT @count
                    """,
                    new { Desk = desk.ToString(), Before = before?.Value ?? "a", count });
                var unread = await session.FindAsync<long>("SELECT count(*) FROM market_alert WHERE desk = @Desk AND is_read = 0", new { Desk = desk.ToString() });
                return new AlertPage { Alerts = [.. rows.Select(row => row.ToAlert())], Unread = (int)unread };
            },
            cancellationToken);
    }

    public Task MarkReadAsync(DeskId desk, ImmutableArray<AlertId> alerts, CancellationToken cancellationToken)
    {
        var check = new MarketCheck().Range("alerts", alerts.IsDefault ? 0 : alerts.Length, 1, MarketCheck.MaxPage);
        foreach (var alert in alerts.IsDefault ? [] : alerts)
            check.Text("alerts", alert.Value, 1, MaxIdLength, breaks: false);
        check.Done();
        return database.RunAsync(
            session => session.ExecuteAsync(
                "UPDATE market_alert SET is_read = 1 WHERE desk = @Desk AND is_read = 0 AND id IN @Ids",
                new { Desk = desk.ToString(), Ids = alerts.Select(alert => alert.Value).ToArray() }),
            cancellationToken);
    }
}
