using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>
/// Matches in Wyscout's format: <c>events.csv</c>, <c>matches.json</c>, <c>players.json</c>, <c>teams.json</c>, each plain or gzipped. The
/// events are read match by match, in the file's order; matches without events are left out.
/// </summary>
/// <param name="path">The folder.</param>
public sealed class WyscoutFeed(string path) : IMatchFeed
{
    private readonly WyscoutFolder _folder = new(path);

    /// <inheritdoc/>
    public string Name => $"wyscout:{_folder.Name}";

    /// <inheritdoc/>
    public async IAsyncEnumerable<FeedMatch> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var players = await WyscoutPlayers.ReadAsync(_folder, cancellationToken);
        var matches = await WyscoutMatch.ReadAsync(_folder, cancellationToken);
        await foreach (var rows in WyscoutRows.ReadAsync(_folder, cancellationToken))
        {
            if (!matches.TryGetValue(rows[0].Match, out var match))
                throw new FeedFormatException("events.csv", $"match {rows[0].Match}", "matches.json doesn't know it");

            yield return Build(match().Completed(rows), OwnGoals.CountedOnce(rows), players);
        }
    }

    private static FeedMatch Build(WyscoutMatch match, ImmutableArray<WyscoutRow> rows, WyscoutPlayers players)
    {
        var clock = new WyscoutClock(rows, match.LastPeriod);
        var sheet = WyscoutSheet.Of(match, rows, players);
        var updates = new WyscoutUpdates(match, sheet, clock);
        var derived = DerivedQualifiers.Of(rows);

        // A stable sort: what happens at one moment stays in the order in which it stands here.
        IEnumerable<FeedStep> steps =
        [
            updates.LineUp(),
            .. clock.Periods.Select(updates.PeriodStart),
            .. Substitutions.Of(match, rows, clock, updates),
            .. rows.Select((row, i) => updates.OfRow(row, derived[i])),
            .. clock.Periods.Select(updates.PeriodEnd),
            updates.FullTime(),
        ];
        return new(match.Id, $"{sheet.Home.Name} – {sheet.Away.Name}", [.. steps.OrderBy(step => step.At)]);
    }
}
