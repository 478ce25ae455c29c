using System.Globalization;
using System.IO.Compression;
using ShellCorp.Cluster.Tests;
using ShellCorp.Feeds.Wyscout;
using ShellCorp.Grains.Counters;
using ShellCorp.Grains.Players;

namespace ShellCorp.Counters.Tests.Totals;

/// <summary>A tournament's counts against a count of the raw rows that knows nothing of the feed and the fold.</summary>
public sealed class WorldCupCountTests
{
    private const string Name = "wyscout-worldcup2018";

    private static readonly PlayerCounter[] Compared =
    [
        PlayerCounter.Passes, PlayerCounter.AccuratePasses, PlayerCounter.Crosses, PlayerCounter.Shots, PlayerCounter.ShotsOnTarget, PlayerCounter.Duels,
        PlayerCounter.DuelsWon, PlayerCounter.Fouls, PlayerCounter.Offsides, PlayerCounter.Saves, PlayerCounter.Assists,
    ];

    [Fact]
    public async Task The_fold_counts_what_the_rows_say()
    {
        var folder = SharedData.Find(Name);
        Assert.SkipWhen(folder is null, $"There is no folder shared/data/{Name} beside the checkout.");
        var counted = new Dictionary<(long Player, PlayerCounter Counter), long>();
        await foreach (var match in new WyscoutFeed(folder).ReadAsync(CancellationToken.None))
        {
            foreach (var player in match.Steps.SelectMany(step => step.PlayerUpdates).GroupBy(update => update.PlayerId))
            {
                var counts = MatchCounts.Of(match.MatchId, RatingLedger.Empty.Apply(RatingLedger.Empty.Sift([.. player])));
                Assert.Equal(2017, counts.Season);
                foreach (var counter in Compared.Where(counter => counts.Counts[(int)counter] != 0))
                    Add(counted, player.Key.Value, counter, counts.Counts[(int)counter]);
            }
        }

        var rows = await CountRowsAsync(Path.Combine(folder, "events.csv.gz"));
        Assert.Equal(rows.OrderBy(row => row.Key), counted.OrderBy(row => row.Key));
        Assert.True(rows.Count > 4000, $"Only {rows.Count} numbers were compared.");
    }

    private static async Task<Dictionary<(long Player, PlayerCounter Counter), long>> CountRowsAsync(string file)
    {
        var counts = new Dictionary<(long Player, PlayerCounter Counter), long>();
        await using var zipped = File.OpenRead(file);
        using var reader = new StreamReader(new GZipStream(zipped, CompressionMode.Decompress));
        var columns = (await reader.ReadLineAsync())!.Split(',');
        while (await reader.ReadLineAsync() is { } line)
        {
            var fields = line.Split(',');
            var player = long.Parse(fields[Array.IndexOf(columns, "playerId")], CultureInfo.InvariantCulture);
            if (player == 0)
                continue;
            var kind = fields[Array.IndexOf(columns, "eventId")];
            var part = fields[Array.IndexOf(columns, "subEventId")];
            var tags = fields[Array.IndexOf(columns, "tags")].Split('|', ' ', ';');
            foreach (var counter in CountersOf(kind, part, tags, fields[Array.IndexOf(columns, "period")] == "P"))
                Add(counts, player, counter, 1);
        }

        return counts;
    }

    /// <summary>By the numbers of the data's own tables.</summary>
    private static IEnumerable<PlayerCounter> CountersOf(string kind, string part, string[] tags, bool isShootOut)
    {
        var isShot = kind == "10" || part is "33" or "35";
        return isShootOut ? [] :
        [
            .. If(kind == "8" && part != "80", PlayerCounter.Passes), .. If(kind == "8" && part != "80" && tags.Contains("1801"), PlayerCounter.AccuratePasses),
            .. If(part == "80", PlayerCounter.Crosses), .. If(isShot, PlayerCounter.Shots),
            .. If(isShot && (tags.Contains("101") || tags.Contains("1801")), PlayerCounter.ShotsOnTarget),
            .. If(kind == "1", PlayerCounter.Duels), .. If(kind == "1" && tags.Contains("703"), PlayerCounter.DuelsWon), .. If(kind == "2", PlayerCounter.Fouls),
            .. If(kind == "6", PlayerCounter.Offsides), .. If(kind == "9" && !tags.Contains("101") && !tags.Contains("102"), PlayerCounter.Saves),
            .. If(tags.Contains("301"), PlayerCounter.Assists),
        ];
    }

    private static IEnumerable<PlayerCounter> If(bool holds, PlayerCounter counter) => holds ? [counter] : [];

    private static void Add(Dictionary<(long Player, PlayerCounter Counter), long> counts, long player, PlayerCounter counter, long by) =>
        counts[(player, counter)] = counts.GetValueOrDefault((player, counter)) + by;
}
