using System.Net;
using Microsoft.Playwright;

namespace ShellCorp.Web.Tests.Browser;

public sealed class SiteTests(ClusterSite cluster, Chromium chromium) : IClassFixture<ClusterSite>, IAsyncDisposable
{
    private readonly PageWatch _watch = new(chromium, cluster.Site.Address);

    [Theory]
    [InlineData("/")]
    [InlineData("/teams")]
    [InlineData("/teams/1")]
    [InlineData("/matches/101")]
    [InlineData("/matches/110")]
    [InlineData("/matches/90")]
    [InlineData("/matches/101?player=110")]
    [InlineData("/players/110")]
    public async Task Every_page_stands_on_its_own_and_fits_a_phone(string path)
    {
        var page = await _watch.OpenAsync(path, new() { ViewportSize = new() { Width = 360, Height = 740 } });

        Assert.Equal(360, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await Assertions.Expect(page.Locator("h1").First).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByTestId("embedded-notice")).ToHaveCountAsync(0);
        Assert.Empty(_watch.Complaints);
        // Markup that the compiler took for text.
        Assert.DoesNotMatch("@(if|foreach|Model|Board)|System\\.", await page.Locator("body").InnerTextAsync());
    }

    [Theory]
    [InlineData("/matches/999999")]
    [InlineData("/players/999999")]
    [InlineData("/teams/999999")]
    [InlineData("/matches/0")]
    [InlineData("/matches/abc")]
    [InlineData("/nothing")]
    public async Task What_is_not_known_is_a_friendly_404(string path)
    {
        using var response = await cluster.Site.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);

        var page = await _watch.NewPageAsync();
        await page.GotoAsync(new Uri(cluster.Site.Address, path).ToString());
        await Assertions.Expect(page.GetByTestId("not-found")).ToBeVisibleAsync();
    }

    public ValueTask DisposeAsync() => _watch.DisposeAsync();
}
