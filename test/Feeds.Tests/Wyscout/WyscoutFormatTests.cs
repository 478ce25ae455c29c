namespace ShellCorp.Feeds.Tests.Wyscout;

public sealed class WyscoutFormatTests
{
    [Theory]
    [InlineData("events.csv", "1002,600,1H", "1002,600,3H", "events.csv, line 30: period: expected 1H, 2H, E1, E2 or P, found '3H'")]
    [InlineData("events.csv", "1001,500,1H,2.5", "1001,500,1H,soon", "events.csv, line 2: eventSec: expected 0 to 6000 seconds, found 'soon'")]
    [InlineData("events.csv", "1001,500,1H,2.5,", "1001,500,1H,2.5", "events.csv, line 2: expected 13 fields, found 12")]
    [InlineData("events.csv", "1002,611,", "1001,611,", "events.csv, line 41: match 1001 goes on after rows of another match")]
    [InlineData("events.csv", "1001,500,", "77,500,", "events.csv, match 77: matches.json doesn't know it")]
    [InlineData("matches.json", "2017-08-12 14:00:00", "yesterday", "matches.json, match 1001: dateutc: expected yyyy-MM-dd HH:mm:ss, found 'yesterday'")]
    [InlineData("matches.json", "\"wyId\": 1002", "\"wyId\": 1001", "matches.json, element 1: match 1001 stands there twice")]
    [InlineData("matches.json", "\"wyId\": 1002,", "", "matches.json, element 1: wyId: expected a positive number")]
    [InlineData("matches.json", "\"wyId\": 1002,", "\"wyId\": \"null\",", "matches.json, element 1: wyId: expected a positive number")]
    [InlineData("matches.json", "\"teamsData\"", "\"teams\"", "matches.json, match 1001: teamsData: expected two teams, found 0")]
    [InlineData("players.json", "[", "{", "players.json, JSON: ")]
    public async Task A_file_that_cannot_be_understood_is_named_with_place_and_reason(string file, string found, string put, string message)
    {
        var folder = WyscoutFixture.Copy(zipped: false);
        try
        {
            var path = Path.Combine(folder, file);
            await File.WriteAllTextAsync(path, Replaced(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), found, put), TestContext.Current.CancellationToken);

            Assert.StartsWith(message, (await Assert.ThrowsAsync<FeedFormatException>(() => WyscoutFixture.ReadAsync(folder))).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var folder = WyscoutFixture.Copy(zipped: false);
        try
        {
            File.Delete(Path.Combine(folder, "teams.json"));

            Assert.Equal("teams.json", (await Assert.ThrowsAsync<FeedFormatException>(() => WyscoutFixture.ReadAsync(folder))).File);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Replaced(string text, string found, string put)
    {
        var at = text.IndexOf(found, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the fixture should hold {found}");
        return string.Concat(text.AsSpan(0, at), put, text.AsSpan(at + found.Length));
    }
}
