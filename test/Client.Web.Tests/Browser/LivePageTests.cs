using Microsoft.Playwright;
using ShellCorp.Matches;
using ShellCorp.Web.Tests.Scripted;

namespace ShellCorp.Web.Tests.Browser;

public sealed class LivePageTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Matches_stand_by_phase_and_competition_and_lead_to_their_page()
    {
        var page = await OpenAsync("/");

        await Expect(page.Locator(".p-live")).ToHaveCountAsync(2);
        await Expect(Hook(page, "scheduled").Locator(".match")).ToHaveCountAsync(2);
        await Expect(Hook(page, "finished").Locator(".match")).ToHaveCountAsync(3);
        await Expect(Hook(page, "top-players").Locator("li")).ToHaveCountAsync(10);
        await Expect(Hook(page, "connection")).ToHaveTextAsync("Live");
        await Hook(page, $"match-{DemoLeague.Live}").ClickAsync();
        await Expect(Hook(page, "score-home")).ToHaveTextAsync("2");
        Assert.Empty(Complaints);
    }

    [Fact]
    public async Task A_score_moves_by_itself()
    {
        var page = await OpenAsync("/");
        var card = Hook(page, $"match-{DemoLeague.Live}");
        await Expect(card.Locator(".goal").First).ToHaveTextAsync("2");

        var summary = Site.Script.Matches[DemoLeague.Live].Summary;
        await Site.PublishAsync(new() { Matches = [summary with { Version = summary.Version + 1, HomeScore = 3 }] });

        await Expect(card.Locator(".goal").First).ToHaveTextAsync("3");
        Assert.Empty(Complaints);
    }

    [Fact]
    public async Task A_new_match_appears_and_a_finished_one_changes_its_place()
    {
        var page = await OpenAsync("/");
        var summary = Site.Script.Matches[DemoLeague.Live].Summary;
        await Site.PublishAsync(new()
        {
            Matches = [summary with { MatchId = new(500) }, summary with { Version = summary.Version + 1, Phase = MatchPhase.Finished }],
        });

        await Expect(Hook(page, "match-500")).ToBeVisibleAsync();
        await Expect(Hook(page, "finished").GetByTestId($"match-{DemoLeague.Live}")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_better_player_takes_the_first_place()
    {
        var page = await OpenAsync("/");
        var rating = Site.Script.Ratings[(new(101), DemoLeague.Live)].Rating.Live;
        await Site.PublishAsync(new() { Ratings = [rating with { Version = rating.Version + 1, RatingHundredths = 980 }] });

        var first = Hook(page, "top-players").Locator("li").First;
        await Expect(first.GetByTestId("top-rating-101")).ToHaveTextAsync("9.8");
        await Expect(first).ToContainTextAsync(Site.Script.Players[new(101)].Name);
    }

    [Fact]
    public async Task The_theme_is_chosen_and_kept()
    {
        var page = await OpenAsync("/", new() { ColorScheme = ColorScheme.Light });
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");

        await Hook(page, "theme").ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await page.ReloadAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    [Fact]
    public async Task The_embedded_profile_says_that_nothing_is_kept()
    {
        var page = await OpenAsync("/");
        await Expect(Hook(page, "embedded-notice")).ToContainTextAsync("gone when the process stops");
    }

    [Fact]
    public async Task A_browser_that_leaves_is_forgotten_by_the_store()
    {
        var page = await OpenAsync("/");
        await Eventually.HoldAsync("page and connection to listen", () => Task.FromResult(Store.Listeners == 2), () => $"{Store.Listeners} listeners");

        await page.CloseAsync(new() { RunBeforeUnload = false });

        await Eventually.HoldAsync("nobody to listen", () => Task.FromResult(Store.Listeners == 0), () => $"{Store.Listeners} listeners");
    }
}
