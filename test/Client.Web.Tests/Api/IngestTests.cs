using System.Globalization;
using System.Net;
using System.Text;
using ShellCorp.Events;
using ShellCorp.Ingest;

namespace ShellCorp.Web.Tests.Api;

public sealed class IngestTests(ApiSite api) : IClassFixture<ApiSite>
{
    private const string Players = "/api/player-updates";
    private const string Matches = "/api/match-updates";
    private const string Pass = """{"id":"a","matchId":1,"playerId":2,"kind":"pass","minute":3}""";

    [Fact]
    public async Task One_event_is_accepted_under_its_own_id()
    {
        var script = api.Reset();
        using var response = await api.PostAsync(Players, Pass);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var answer = await ApiSite.JsonAsync(response);
        Assert.Equal(1, answer.GetProperty("accepted").GetInt32());
        Assert.Equal("a", answer.GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal("accepted", answer.GetProperty("items")[0].GetProperty("status").GetString());
        Assert.False(answer.TryGetProperty("type", out _));
        Assert.Equal(new PlayerId(2), Assert.IsType<PlayerUpdate>(Assert.Single(script.Taken)).PlayerId);
    }

    [Fact]
    public async Task An_event_without_id_gets_one_that_is_returned()
    {
        var script = api.Reset();
        using var response = await api.PostAsync(Matches, """{"matchId":1,"kind":"interruption","minute":3}""");

        var id = (await ApiSite.JsonAsync(response)).GetProperty("items")[0].GetProperty("id").GetString();
        Assert.True(Guid.TryParse(id, CultureInfo.InvariantCulture, out _), $"Expected a GUID, saw '{id}'.");
        Assert.Equal(id, Assert.IsType<MatchUpdate>(Assert.Single(script.Taken)).Id);
    }

    [Fact]
    public async Task A_mixed_batch_is_answered_item_by_item_and_only_valid_events_are_sent()
    {
        var script = api.Reset();
        using var response = await api.PostAsync(Players, $$"""[{{Pass}}, {"id":"b","matchId":1,"playerId":-2,"kind":"pas","minute":999}, 5, {{Pass}}]""");

        Assert.Equal(HttpStatusCode.MultiStatus, response.StatusCode);
        var answer = await ApiSite.JsonAsync(response);
        var items = answer.GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(["accepted", "rejected", "rejected", "accepted"], items.Select(i => i.GetProperty("status").GetString()!));
        Assert.Equal([0, 1, 2, 3], items.Select(i => i.GetProperty("index").GetInt32()));
        Assert.Equal("b", items[1].GetProperty("id").GetString());
        var errors = items[1].GetProperty("errors").EnumerateArray().ToDictionary(e => e.GetProperty("field").GetString()!, e => e.GetProperty("value").GetString());
        Assert.Equal(["kind", "minute", "playerId"], errors.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("pas", errors["kind"]);
        Assert.Equal(2, script.Taken.Count);
    }

    [Fact]
    public async Task When_all_are_rejected_the_request_is_bad_and_nothing_is_sent()
    {
        var script = api.Reset();
        using var response = await api.PostAsync(Players, """[{"id":"b","matchId":1,"playerId":2,"kind":"goal","minute":3}]""");

        await ApiSite.ProblemAsync(response, 400, "rejected");
        Assert.Contains("MatchUpdates", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(script.Taken);
    }

    [Fact]
    public async Task What_the_door_rejects_is_told_with_its_errors()
    {
        api.Reset().Door = id => new() { EventId = id, Status = IngestStatus.Rejected, Errors = [new("playerId", "2", "is in neither squad")] };
        using var response = await api.PostAsync(Players, Pass);

        await ApiSite.ProblemAsync(response, 400, "rejected");
        Assert.Equal("is in neither squad", (await ApiSite.JsonAsync(response)).GetProperty("items")[0].GetProperty("errors")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Overload_is_429_with_the_time_to_come_again()
    {
        var script = api.Reset();
        script.RetryAfter = TimeSpan.FromMilliseconds(2300);
        script.Door = id => new() { EventId = id, Status = id == "a" ? IngestStatus.Accepted : IngestStatus.Deferred };
        using var response = await api.PostAsync(Players, $"[{Pass},{Pass.Replace("\"a\"", "\"b\"", StringComparison.Ordinal)}]");

        await ApiSite.ProblemAsync(response, 429, "overload");
        Assert.Equal(TimeSpan.FromSeconds(3), response.Headers.RetryAfter?.Delta);
        var items = (await ApiSite.JsonAsync(response)).GetProperty("items");
        Assert.Equal(("accepted", "deferred"), (items[0].GetProperty("status").GetString(), items[1].GetProperty("status").GetString()));
    }

    [Fact]
    public async Task A_log_that_does_not_answer_is_503_with_the_ids_to_send_again()
    {
        api.Reset().Door = id => new() { EventId = id, Status = IngestStatus.Unknown };
        using var response = await api.PostAsync(Players, Pass);

        await ApiSite.ProblemAsync(response, 503, "log-unavailable");
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_cluster_that_fails_is_503_and_no_event_is_called_rejected()
    {
        api.Reset().Outage = new TimeoutException("no answer, on purpose");
        using var response = await api.PostAsync(Players, """{"matchId":1,"playerId":2,"kind":"pass","minute":3}""");

        await ApiSite.ProblemAsync(response, 503, "log-unavailable");
        Assert.NotNull(response.Headers.RetryAfter);
        var item = (await ApiSite.JsonAsync(response)).GetProperty("items")[0];
        Assert.Equal("unknown", item.GetProperty("status").GetString());
        Assert.NotEqual("", item.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("{\"matchId\":1,\n \"playerId\":}", "line 2, byte 13")]
    [InlineData("[{},", "line 1, byte 4")]
    [InlineData("not json", "line 1, byte 2")]
    [InlineData("", "empty")]
    [InlineData("[{\"matchId\":1}] trailing", "line 1, byte 17")]
    public async Task Broken_json_is_refused_with_its_position(string body, string place)
    {
        var script = api.Reset();
        using var response = await api.PostAsync(Players, body);

        Assert.Contains(place, await ApiSite.ProblemAsync(response, 400, "broken-json"), StringComparison.Ordinal);
        Assert.Empty(script.Taken);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("\"pass\"")]
    [InlineData("null")]
    public async Task Json_that_holds_no_event_is_refused(string body)
    {
        api.Reset();
        using var response = await api.PostAsync(Matches, body);
        await ApiSite.ProblemAsync(response, 400, "bad-body");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    public async Task Another_media_type_is_refused(string mediaType)
    {
        api.Reset();
        using var response = await api.PostAsync(Players, Pass, mediaType);
        Assert.Contains("application/json", await ApiSite.ProblemAsync(response, 415, "wrong-media-type"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_without_media_type_is_refused()
    {
        api.Reset();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Pass));
        using var response = await api.Site.Http.PostAsync(new Uri(Players, UriKind.Relative), content, TestContext.Current.CancellationToken);
        await ApiSite.ProblemAsync(response, 415, "wrong-media-type");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ten_megabytes_are_refused_and_nothing_else_is_disturbed(bool chunked)
    {
        var script = api.Reset();
        using var request = new HttpRequestMessage(HttpMethod.Post, Players);
        request.Content = new StringContent("[\"" + new string('x', 10 * 1024 * 1024) + "\"]", Encoding.UTF8, "application/json");
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await api.Site.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains("1048576 bytes", await ApiSite.ProblemAsync(response, 413, "body-too-large"), StringComparison.Ordinal);
        using var next = await api.PostAsync(Players, Pass);
        Assert.Equal(HttpStatusCode.Accepted, next.StatusCode);
        Assert.Single(script.Taken);
    }

    [Fact]
    public async Task A_body_of_exactly_the_limit_is_read()
    {
        api.Reset();
        var body = Pass + new string(' ', (1024 * 1024) - Pass.Length);
        using var response = await api.PostAsync(Players, body);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Fact]
    public async Task Too_many_events_are_refused_as_a_whole_and_the_limit_is_named()
    {
        var script = api.Reset();
        using var response = await api.PostAsync(Players, "[" + string.Join(',', Enumerable.Repeat("{}", 1001)) + "]");

        var detail = await ApiSite.ProblemAsync(response, 413, "too-many-items");
        Assert.Contains("1001", detail, StringComparison.Ordinal);
        Assert.Contains("1000", detail, StringComparison.Ordinal);
        Assert.Empty(script.Taken);
    }

    [Fact]
    public async Task A_thousand_events_are_taken_in_order()
    {
        var script = api.Reset();
        var body = "[" + string.Join(',', Enumerable.Range(0, 1000).Select(i => Pass.Replace("\"a\"", $"\"n{i}\"", StringComparison.Ordinal))) + "]";
        using var response = await api.PostAsync(Players, body);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"n{i}"), script.Taken.Cast<PlayerUpdate>().Select(u => u.Id));
    }

    [Fact]
    public async Task Text_that_is_no_unicode_is_refused_and_the_rest_is_taken()
    {
        api.Reset();
        using var response = await api.PostAsync(Players, $$"""[{"id":"\ud800","matchId":1,"playerId":2,"kind":"pass","minute":3},{{Pass}}]""");

        Assert.Equal(HttpStatusCode.MultiStatus, response.StatusCode);
    }
}
