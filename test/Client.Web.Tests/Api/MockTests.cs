using System.Net;
using ShellCorp.Events;

namespace ShellCorp.Web.Tests.Api;

public sealed class MockTests(ApiSite api) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task What_is_mocked_can_be_posted_as_it_is()
    {
        var script = api.Reset();
        using var mocked = await api.GetAsync("/mock/ratings?count=1000&seed=-3");
        using var posted = await api.PostAsync("/api/player-updates", await mocked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.Accepted, posted.StatusCode);
        Assert.Equal(1000, script.Taken.Cast<PlayerUpdate>().Select(u => u.Id).Distinct().Count());
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_and_another_one_others()
    {
        api.Reset();
        var first = await TextAsync("/mock/ratings?count=5&seed=7");

        Assert.Equal(first, await TextAsync("/mock/ratings?count=5&seed=7"));
        Assert.NotEqual(first, await TextAsync("/mock/ratings?count=5&seed=8"));
        Assert.NotEmpty(await TextAsync("/mock/ratings"));
    }

    [Theory]
    [InlineData("count=0", "count")]
    [InlineData("count=1001", "count")]
    [InlineData("count=-1", "count")]
    [InlineData("count=ten", "count")]
    [InlineData("count=", "count")]
    [InlineData("count=99999999999999", "count")]
    [InlineData("seed=1.5", "seed")]
    [InlineData("seed=99999999999", "seed")]
    public async Task A_wrong_parameter_is_named_with_what_is_allowed(string query, string name)
    {
        api.Reset();
        using var response = await api.GetAsync($"/mock/ratings?{query}");

        var detail = await ApiSite.ProblemAsync(response, 400, "bad-parameter");
        Assert.StartsWith($"{name}: ", detail, StringComparison.Ordinal);
        Assert.Contains("must be an integer from", detail, StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string path)
    {
        using var response = await api.GetAsync(path);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
