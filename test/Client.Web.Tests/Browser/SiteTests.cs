using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using ShellCorp.Web.Tests.Scripted;

namespace ShellCorp.Web.Tests.Browser;

public sealed class SiteTests(Chromium chromium) : BrowserTest(chromium)
{
    protected override void Configure(WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection([new("ShellCorp:Profile", "Cluster")]);

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
        var page = await OpenAsync(path, new() { ViewportSize = new() { Width = 360, Height = 740 } });

        Assert.Equal(360, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await Expect(page.Locator("h1").First).ToHaveCountAsync(1);
        await Expect(Hook(page, "embedded-notice")).ToHaveCountAsync(0);
        Assert.Empty(Complaints);
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
        using var response = await Site.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);

        var page = await NewPageAsync();
        await page.GotoAsync(new Uri(Site.Address, path).ToString());
        await Expect(Hook(page, "not-found")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_match_that_cannot_be_read_says_so_and_is_tried_again()
    {
        Site.Script.Outage = new TimeoutException("no answer, on purpose");
        var page = await OpenAsync("/players/110");
        await Expect(Hook(page, "problem")).ToContainTextAsync("doesn't answer");

        Site.Script.Outage = null;
        await page.GetByText("Try again").ClickAsync();
        await Expect(Hook(page, "player-matches").Locator("li")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_player_page_follows_a_match_that_is_being_played()
    {
        var page = await OpenAsync("/players/110");
        var why = Site.Script.Ratings[(new(110), DemoLeague.Live)];
        var live = why.Rating.Live with { Version = why.Rating.Live.Version + 1, RatingHundredths = 910 };
        Site.Script.Ratings[(new(110), DemoLeague.Live)] = why with { Rating = why.Rating with { Live = live } };
        await Site.PublishAsync(new() { Ratings = [live] });

        await Expect(Hook(page, "rating-110")).ToHaveTextAsync("9.1");
        await Expect(Hook(page, $"match-rating-{DemoLeague.Live}")).ToHaveTextAsync("9.1");
    }
}
