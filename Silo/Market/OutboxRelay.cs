using ShellCorp.Grains.Market;

namespace ShellCorp.Silo.Market;

/// <summary>
/// Takes events from the outbox to the log. A player's next event is sent after the one before was acknowledged, and taken out after it was
/// acknowledged itself; a crash between any two steps only sends again what was sent, under the same id and number.
/// </summary>
internal sealed class OutboxRelay(IMarketDatabase database, IMarketLog log)
{
    private const int Keys = 500;

    /// <summary>Sends the next event of every player of a part.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RunAsync(int part, CancellationToken cancellationToken)
    {
        var next = await database.RunAsync(session => Outbox.NextAsync(session, part, Keys), cancellationToken);
        if (next.Count == 0)
            return 0;

        await log.AppendAsync(next, cancellationToken);
        await database.RunAsync(
            async session =>
            {
                await Outbox.RemoveAsync(session, part, [.. next.Select(row => row.Id)]);
                return true;
            },
            cancellationToken);
        return next.Count;
    }
}
