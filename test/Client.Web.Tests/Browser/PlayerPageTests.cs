namespace ShellCorp.Web.Tests.Browser;

public sealed class PlayerPageTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_player_that_cannot_be_read_says_so_and_is_tried_again()
    {
        Site.Script.Outage = new TimeoutException("no answer, on purpose");
        var page = await OpenAsync("/players/110");
        await Expect(Hook(page, "problem")).ToContainTextAsync("doesn't answer");

        Site.Script.Outage = null;
        // The page may have tried again by itself meanwhile, with the connection's state.
        await page.EvaluateAsync("() => [...document.querySelectorAll('button')].find(b => b.textContent === 'Try again')?.click()");
        await Expect(Hook(page, "player-matches").Locator("li")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_player_page_follows_a_match_that_is_being_played()
    {
        var page = await OpenAsync("/players/110");
        var why = Site.Script.Ratings[(new(110), Scripted.DemoLeague.Live)];
        var live = why.Rating.Live with { Version = why.Rating.Live.Version + 1, RatingHundredths = 910 };
        Site.Script.Ratings[(new(110), Scripted.DemoLeague.Live)] = why with { Rating = why.Rating with { Live = live } };
        await Site.PublishAsync(new() { Ratings = [live] });

        await Expect(Hook(page, "rating-110")).ToHaveTextAsync("9.1");
        await Expect(Hook(page, $"match-rating-{Scripted.DemoLeague.Live}")).ToHaveTextAsync("9.1");
    }
}
