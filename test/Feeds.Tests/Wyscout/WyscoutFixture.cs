using System.IO.Compression;
using ShellCorp.Events;
using ShellCorp.Feeds.Wyscout;

namespace ShellCorp.Feeds.Tests.Wyscout;

/// <summary>Two small matches made by hand, with the traps of the format.</summary>
internal static class WyscoutFixture
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Wyscout", "Fixture");

    public static async Task<List<FeedMatch>> ReadAsync(string folder)
    {
        var matches = new List<FeedMatch>();
        await foreach (var match in new WyscoutFeed(folder).ReadAsync(TestContext.Current.CancellationToken))
            matches.Add(match);
        return matches;
    }

    public static async Task<FeedMatch> ReadAsync(long match) => (await ReadAsync(Folder)).Single(each => each.MatchId.Value == match);

    public static MatchUpdate[] Facts(this FeedMatch match, params MatchFact[] kinds) =>
        [.. match.Steps.SelectMany(step => step.MatchUpdates).Where(fact => kinds.Contains(fact.Kind))];

    public static PlayerUpdate Row(this FeedMatch match, string key) =>
        match.Steps.SelectMany(step => step.PlayerUpdates).Single(update => update.Id == $"wyscout/{match.MatchId}/{key}");

    /// <summary>A copy that a test may spoil.</summary>
    public static string Copy(bool zipped)
    {
        var copy = Directory.CreateTempSubdirectory("shellcorp-wyscout-").FullName;
        foreach (var file in Directory.EnumerateFiles(Folder))
        {
            var target = Path.Combine(copy, Path.GetFileName(file));
            if (!zipped)
            {
                File.Copy(file, target);
                continue;
            }

            using var gzip = new GZipStream(File.Create(target + ".gz"), CompressionLevel.Fastest);
            using var source = File.OpenRead(file);
            source.CopyTo(gzip);
        }

        return copy;
    }
}
