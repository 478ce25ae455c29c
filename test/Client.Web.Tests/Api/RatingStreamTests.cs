using System.Net;
using System.Text.Json;
using ShellCorp.Web.Live;
using ShellCorp.Web.Tests.Live;
using ShellCorp.Web.Tests.Scripted;

namespace ShellCorp.Web.Tests.Api;

public sealed class RatingStreamTests : IAsyncLifetime
{
    private ScriptedSite _site = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await ScriptedSite.StartAsync();
        var store = (LiveStore)_site.Services.GetService(typeof(LiveStore))!;
        await Eventually.HoldAsync("the hub to be subscribed", () => Task.FromResult(store.Connection.Status == LiveStatus.Live), () => store.Connection.ToString());
    }

    [Fact]
    public async Task What_is_known_comes_first_and_changes_follow()
    {
        await _site.PublishAsync(new() { Ratings = [Told.Rating(7, 3, 640), Told.Rating(8, 1, match: 2)] });
        await HoldsAsync(8);
        await using var stream = await ServerSentEvents.OpenAsync(_site.Http, "/api/live/ratings");

        var first = await stream.RatingsAsync(2);
        await _site.PublishAsync(new() { Ratings = [Told.Rating(7, 4, 700)] });
        var next = await stream.RatingsAsync(1);

        Assert.Equal([7L, 8L], first.Select(r => r.GetProperty("playerId").GetInt64()).Order());
        Assert.Equal(700, next[0].GetProperty("ratingHundredths").GetInt32());
        Assert.Equal("live/7/1/4", next[0].GetProperty("id").GetString());
        Assert.Equal("live", stream.Connection.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Only_the_match_that_was_asked_for_is_told()
    {
        await _site.PublishAsync(new() { Ratings = [Told.Rating(7, 3), Told.Rating(8, 1, match: 2)] });
        await HoldsAsync(8);
        await using var stream = await ServerSentEvents.OpenAsync(_site.Http, "/api/live/ratings?matchId=2", lastEventId: "12");

        await _site.PublishAsync(new() { Ratings = [Told.Rating(7, 4)] });
        await _site.PublishAsync(new() { Ratings = [Told.Rating(8, 2, match: 2)] });
        var all = await stream.RatingsAsync(2);

        Assert.All(all, r => Assert.Equal(2, r.GetProperty("matchId").GetInt64()));
    }

    [Fact]
    public async Task A_burst_is_conflated_and_ends_with_the_last_version()
    {
        await using var stream = await ServerSentEvents.OpenAsync(_site.Http, "/api/live/ratings");
        for (var version = 1; version <= 2000; version++)
            await _site.PublishAsync(new() { Ratings = [Told.Rating(7, version)] });

        var seen = 0;
        JsonElement last;
        do
        {
            last = (await stream.RatingsAsync(1))[0];
            seen++;
        }
        while (last.GetProperty("version").GetInt32() < 2000);

        Assert.True(seen < 500, $"Expected far fewer than 2000 events, saw {seen}.");
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("")]
    public async Task A_match_that_is_no_number_is_refused(string match)
    {
        using var response = await _site.Http.GetAsync(new Uri($"/api/live/ratings?matchId={match}", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("matchId", await ApiSite.ProblemAsync(response, 400, "bad-parameter"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_leaves_is_forgotten()
    {
        var store = (LiveStore)_site.Services.GetService(typeof(LiveStore))!;
        await using (var stream = await ServerSentEvents.OpenAsync(_site.Http, "/api/live/ratings"))
            await Eventually.HoldAsync("one listener", () => Task.FromResult(store.Listeners == 1), () => $"{store.Listeners}");

        await Eventually.HoldAsync("no listener", () => Task.FromResult(store.Listeners == 0), () => $"{store.Listeners}");
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private Task HoldsAsync(long player)
    {
        var store = (LiveStore)_site.Services.GetService(typeof(LiveStore))!;
        return Eventually.HoldAsync(
            $"the rating of player {player}",
            () => Task.FromResult(store.State.Ratings.Values.Any(r => r.ContainsKey(new(player)))),
            () => $"{store.State.Ratings.Count} matches with ratings");
    }
}
