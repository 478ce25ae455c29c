using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using static ShellCorp.Analytics.Tests.Warehouse.Samples;

namespace ShellCorp.Analytics.Tests.Reports;

/// <summary>The reports over HTTP, from one worker that has landed a small tournament.</summary>
public sealed class ReportTests(ReportFixture fixture) : IClassFixture<ReportFixture>
{
    [Fact]
    public async Task A_players_form_tells_rating_trend_opponent_and_counts_in_the_order_of_matches()
    {
        var form = await GetAsync($"/reports/players/{Player}/form");
        var items = form.GetProperty("items");
        Assert.Equal(3, items.GetArrayLength());
        Assert.Equal([900, 901, 902], items.EnumerateArray().Select(item => item.GetProperty("matchId").GetInt64()));
        Assert.Equal([6.5, 7.0, 7.5], items.EnumerateArray().Select(item => item.GetProperty("rating").GetDouble()));
        Assert.Equal([6.5, 6.75, 7.0], items.EnumerateArray().Select(item => item.GetProperty("trend").GetDouble()));
        Assert.All(items.EnumerateArray(), item => Assert.Equal(("Harbour United", "Northgate", "Example Cup"), (Text(item, "team"), Text(item, "opponent"), Text(item, "competition"))));
        Assert.False(form.TryGetProperty("next", out _));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_skipping_or_repeating()
    {
        var seen = new List<long>();
        var after = "";
        do
        {
            var page = await GetAsync($"/reports/players/{Player}/form?limit=1{after}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("matchId").GetInt64()));
            after = page.TryGetProperty("next", out var next) ? $"&after={next.GetString()}" : "";
        }
        while (after.Length > 0);
        Assert.Equal([900, 901, 902], seen);
    }

    [Theory]
    [InlineData("/reports/seasons/2026", 1)]
    [InlineData("/reports/seasons/2026-2027?competition=Example%20Cup", 1)]
    [InlineData("/reports/seasons/2025", 0)]
    [InlineData("/reports/seasons/2026?minMinutes=1000", 0)]
    [InlineData("/reports/clubs/ranking?interval=month", 1)]
    [InlineData("/reports/clubs/ranking?interval=day&from=2026-08-08", 2)]
    [InlineData("/reports/matches/900/timeline", 1)]
    [InlineData("/reports/ratings/distribution", 3)]
    [InlineData("/reports/averages?scope=player", 3)]
    [InlineData("/reports/averages?scope=competition&id=Example%20Cup", 3)]
    [InlineData("/reports/averages?scope=team&id=1&to=2026-08-02", 1)]
    [InlineData("/reports/market", 1)]
    [InlineData("/reports/freshness", 4)]
    public async Task Every_report_answers_and_filters(string path, int rows)
    {
        Assert.Equal(rows, (await GetAsync(path)).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task The_market_report_tells_rates_and_times_by_transfer_window()
    {
        var summer = (await GetAsync("/reports/market")).GetProperty("items")[0];
        Assert.Equal("2026 3 summer", Text(summer, "period"));
        Assert.Equal((2, 1, 1), (summer.GetProperty("sent").GetInt32(), summer.GetProperty("viewed").GetInt32(), summer.GetProperty("interested").GetInt32()));
        Assert.Equal((0.5, 0.5, 1.0, 3.0), (Number(summer, "viewRate"), Number(summer, "responseRate"), Number(summer, "hoursToView"), Number(summer, "hoursToAnswer")));
    }

    [Theory]
    [InlineData("/reports/players/0/form", "playerId", "0", "positive")]
    [InlineData("/reports/players/77/form?from=yesterday", "from", "yesterday", "a day such as")]
    [InlineData("/reports/players/77/form?from=2026-02-01&to=2026-01-01", "to", "2026-01-01", "after from")]
    [InlineData("/reports/players/77/form?limit=1001", "limit", "1001", "from 1 to 1000")]
    [InlineData("/reports/players/77/form?after=nonsense", "after", "nonsense", "next of the page before")]
    [InlineData("/reports/players/77/form?format=xml", "format", "xml", "json, csv, parquet")]
    [InlineData("/reports/players/77/form?colour=red", "colour", "red", "is unknown; known are")]
    [InlineData("/reports/seasons/18", "season", "18", "a year such as 2018")]
    [InlineData("/reports/averages", "scope", null, "is missing")]
    public async Task A_parameter_that_is_wrong_is_named_with_its_value_and_the_reason(string path, string field, string? value, string reason)
    {
        using var response = await fixture.Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var error = Assert.Single((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateArray());
        Assert.Equal((field, value), (Text(error, "field"), error.TryGetProperty("value", out var given) ? given.GetString() : null));
        Assert.Contains(reason, Text(error, "reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_downloads_as_csv_and_as_parquet()
    {
        var csv = await fixture.Http.GetStringAsync(new Uri($"/reports/players/{Player}/form?format=csv", UriKind.Relative));
        var lines = csv.Split("\r\n");
        Assert.Equal("playedAt,matchId,competition,team,opponent,rating,shown,trend,minutes,goals,assists,events", lines[0]);
        Assert.Equal("2026-08-01T15:00:00Z,900,Example Cup,Harbour United,Northgate,6.5,true,6.5,12,0,1,1", lines[1]);

        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, await fixture.Http.GetByteArrayAsync(new Uri($"/reports/players/{Player}/form?format=parquet", UriKind.Relative)));
        Assert.Equal(["900|6.5", "901|7", "902|7.5"], await fixture.Worker.ReadAsync($"SELECT matchId, rating FROM read_parquet('{file}') ORDER BY playedAt"));
        File.Delete(file);
    }

    [Fact]
    public async Task The_api_is_described()
    {
        var document = await GetAsync("/openapi/v1.json");
        var paths = document.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToArray();
        Assert.Equal(8, paths.Count(path => path.StartsWith("/reports/", StringComparison.Ordinal)));
    }

    private static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();

    private static double Number(JsonElement item, string name) => item.GetProperty(name).GetDouble();

    private Task<JsonElement> GetAsync(string path) => fixture.Http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));
}
