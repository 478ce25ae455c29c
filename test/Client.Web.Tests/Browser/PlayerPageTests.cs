using System.Collections.Immutable;
using ShellCorp.Counters;

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
    public async Task Season_totals_are_on_the_page_and_a_line_tells_when_they_are_behind()
    {
        Site.Script.Counters[new(110)] = new()
        {
            PlayerId = new(110),
            Attention = ImmutableDictionary<PlayerCounter, long>.Empty,
            Seasons = [Season(2025, 1, 1234), Season(2024, 2, 5)],
        };
        var page = await OpenAsync("/players/110");
        await Expect(Hook(page, "season-2025")).ToContainTextAsync("1,234 (1,000)");
        await Expect(Hook(page, "season-2024").Locator("summary")).ToHaveTextAsync("2024/25");
        await Expect(Hook(page, "counters-behind")).ToHaveCountAsync(0);

        Site.Script.CounterStatus = new() { Behind = 4711, Players = 22, Problem = "away, on purpose" };
        await Expect(Hook(page, "counters-behind")).ToHaveTextAsync("Counters are behind by 4,711 updates. Ratings go on.");
        Site.Script.CounterStatus = CounterStatus.Current;
        await Expect(Hook(page, "counters-behind")).ToHaveCountAsync(0);
    }

    private static SeasonCounters Season(int season, int goals, int passes) => new()
    {
        Season = season,
        Counts = ImmutableDictionary<PlayerCounter, long>.Empty.Add(PlayerCounter.Goals, goals).Add(PlayerCounter.Passes, passes).Add(PlayerCounter.AccuratePasses, 1000),
    };

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
