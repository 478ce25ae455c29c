using System.Net;
using System.Text.Json;
using ShellCorp.Web.Tests.Scripted;

namespace ShellCorp.Web.Tests.Api;

public sealed class QueryTests(ApiSite api) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task Matches_are_listed_those_being_played_first()
    {
        api.Reset();
        await LiveAsync();
        using var response = await api.GetAsync("/api/matches");

        var answer = await ApiSite.JsonAsync(response);
        Assert.Equal("live", answer.GetProperty("connection").GetProperty("status").GetString());
        var phases = answer.GetProperty("matches").EnumerateArray().Select(m => m.GetProperty("phase").GetString()!).ToArray();
        Assert.Equal(["break", "playing", "playing", "scheduled", "scheduled", "finished", "finished", "finished"], phases);
    }

    [Fact]
    public async Task Matches_of_one_phase_can_be_asked_for_and_an_unknown_phase_is_refused()
    {
        api.Reset();
        await LiveAsync();
        using var playing = await api.GetAsync("/api/matches?phase=playing");
        using var wrong = await api.GetAsync("/api/matches?phase=soon");

        Assert.Equal(2, (await ApiSite.JsonAsync(playing)).GetProperty("matches").GetArrayLength());
        Assert.Contains("'soon'", await ApiSite.ProblemAsync(wrong, 400, "bad-parameter"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_match_tells_facts_and_ratings_as_they_stand_in_the_log()
    {
        api.Reset();
        using var response = await api.GetAsync($"/api/matches/{DemoLeague.Live}");

        var match = await ApiSite.JsonAsync(response);
        Assert.Equal(2, match.GetProperty("summary").GetProperty("homeScore").GetInt32());
        Assert.Equal("goal", match.GetProperty("timeline").EnumerateArray().First(f => f.TryGetProperty("playerId", out _)).GetProperty("kind").GetString());
        var rating = match.GetProperty("ratings")[0];
        Assert.Equal(JsonValueKind.Number, rating.GetProperty("ratingHundredths").ValueKind);
        Assert.StartsWith("live/", rating.GetProperty("id").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rating_is_explained()
    {
        api.Reset();
        using var response = await api.GetAsync($"/api/matches/{DemoLeague.Live}/players/110");

        var why = await ApiSite.JsonAsync(response);
        Assert.Equal(12, why.GetProperty("contributions").GetArrayLength());
        Assert.Equal(JsonValueKind.Array, why.GetProperty("contributions")[0].GetProperty("qualifiers").ValueKind);
        Assert.True(why.GetProperty("line").GetArrayLength() > 5);
    }

    [Fact]
    public async Task Players_and_teams_are_told()
    {
        api.Reset();
        await LiveAsync();
        using var player = await api.GetAsync("/api/players/110");
        using var teams = await api.GetAsync("/api/teams");
        using var team = await api.GetAsync("/api/teams/1");

        Assert.Equal(2, (await ApiSite.JsonAsync(player)).GetProperty("ratings").GetArrayLength());
        var averages = (await ApiSite.JsonAsync(teams)).GetProperty("teams").EnumerateArray().Select(t => t.GetProperty("averageHundredths").GetInt32()).ToArray();
        Assert.Equal(averages.OrderDescending(), averages);
        Assert.Equal("Harbour United", (await ApiSite.JsonAsync(team)).GetProperty("summary").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("/api/matches/999999")]
    [InlineData("/api/matches/0")]
    [InlineData("/api/matches/-5")]
    [InlineData("/api/matches/101/players/999999")]
    [InlineData("/api/players/999999")]
    [InlineData("/api/teams/999999")]
    [InlineData("/api/matches/abc")]
    [InlineData("/api/nothing")]
    public async Task What_is_not_known_is_404_as_a_problem(string path)
    {
        api.Reset();
        using var response = await api.GetAsync(path);
        await ApiSite.ProblemAsync(response, 404, "not-found");
    }

    [Fact]
    public async Task A_cluster_that_does_not_answer_is_503_with_the_time_to_come_again()
    {
        api.Reset().Outage = new TimeoutException("no answer, on purpose");
        using var response = await api.GetAsync("/api/matches/101/players/110");

        await ApiSite.ProblemAsync(response, 503, "unavailable");
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task The_document_describes_every_endpoint_with_its_errors_and_examples()
    {
        api.Reset();
        using var response = await api.GetAsync("/openapi/v1.json");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var paths = (await ApiSite.JsonAsync(response)).GetProperty("paths");
        string[] expected =
        [
            "/api/live/ratings", "/api/match-updates", "/api/matches", "/api/matches/{id}", "/api/matches/{id}/players/{playerId}",
            "/api/player-updates", "/api/players/{id}", "/mock/ratings", "/api/teams", "/api/teams/{id}",
        ];
        Assert.Empty(expected.Except(paths.EnumerateObject().Select(p => p.Name)));
        var post = paths.GetProperty("/api/player-updates").GetProperty("post");
        Assert.Equal(["202", "207", "400", "413", "415", "429", "503"], post.GetProperty("responses").EnumerateObject().Select(r => r.Name).Order(StringComparer.Ordinal));
        Assert.Equal("pass", post.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example")[0].GetProperty("kind").GetString());
        Assert.All(paths.EnumerateObject().SelectMany(p => p.Value.EnumerateObject()), o => Assert.True(o.Value.TryGetProperty("summary", out _), o.Name));
    }

    [Fact]
    public async Task The_examples_of_the_document_are_accepted()
    {
        api.Reset();
        using var response = await api.GetAsync("/openapi/v1.json");
        var paths = (await ApiSite.JsonAsync(response)).GetProperty("paths");

        foreach (var path in new[] { "/api/player-updates", "/api/match-updates" })
        {
            var example = paths.GetProperty(path).GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example");
            using var answer = await api.PostAsync(path, example.GetRawText());
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        }
    }

    private Task LiveAsync() => Eventually.HoldAsync(
        "the site to have read the snapshot and the registry",
        async () => (await ApiSite.JsonAsync(await api.GetAsync("/api/matches"))).GetProperty("matches").GetArrayLength() == 8,
        () => "fewer than 8 matches");
}
