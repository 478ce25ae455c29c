using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShellCorp.Events;
using ShellCorp.Web.Tests.Scripted;

namespace ShellCorp.Web.Tests.Browser;

public sealed class MatchPageTests(Chromium chromium) : BrowserTest(chromium)
{
    private static readonly PlayerId Scorer = new(110);
    private static readonly string Path = $"/matches/{DemoLeague.Live}";

    [Fact]
    public async Task A_goal_moves_score_timeline_clock_and_ratings_without_reload()
    {
        var page = await OpenAsync(Path);
        await Expect(Hook(page, "score-home")).ToHaveTextAsync("2");
        await Expect(Hook(page, "clock")).ToHaveTextAsync("71:24");

        await GoalAsync(new(MatchPeriod.SecondHalf, 72, 5));
        await Expect(Hook(page, "score-home")).ToHaveTextAsync("3");
        await Expect(Hook(page, "clock")).ToHaveTextAsync("72:05");
        await Expect(Hook(page, "timeline").Locator(".goal-fact")).ToHaveCountAsync(4);

        var rating = Site.Script.Ratings[(Scorer, DemoLeague.Live)].Rating.Live;
        await Site.PublishAsync(new() { Ratings = [rating with { Version = rating.Version + 1, RatingHundredths = rating.RatingHundredths + 60 }] });
        await Expect(Hook(page, $"rating-{Scorer}")).ToHaveTextAsync(Text(rating.RatingHundredths + 60));
        var chip = Hook(page, $"player-{Scorer}").Locator(".chip");
        await Expect(chip.Locator(".delta")).ToHaveTextAsync("▲0.6");
        await Expect(chip).ToHaveClassAsync(new Regex("flash-up"));
        await Expect(chip).ToHaveAttributeAsync("aria-label", new Regex("up 0\\.6"));
        await Expect(Hook(page, $"row-rating-{Scorer}")).ToHaveTextAsync(Text(rating.RatingHundredths + 60));
        Assert.Empty(Complaints);
    }

    [Fact]
    public async Task A_player_is_opened_and_the_rating_explained_and_kept_up_to_date()
    {
        var page = await OpenAsync(Path);
        await Hook(page, $"player-{Scorer}").ClickAsync();

        await Expect(Hook(page, "why")).ToContainTextAsync(Site.Script.Players[Scorer].Name);
        await Expect(Hook(page, "contributions").Locator("li")).ToHaveCountAsync(12);
        await Expect(page.Locator(".why .bar")).ToHaveCountAsync(6);
        await Expect(page.Locator(".why svg.line .curve")).ToHaveAttributeAsync("d", new Regex("^M.*H.*V"));
        Assert.EndsWith($"?player={Scorer}", page.Url, StringComparison.Ordinal);

        var why = Site.Script.Ratings[(Scorer, DemoLeague.Live)];
        var live = why.Rating.Live with { Version = why.Rating.Live.Version + 1, RatingHundredths = 930 };
        Site.Script.Ratings[(Scorer, DemoLeague.Live)] = why with { Rating = why.Rating with { Live = live }, Contributions = [why.Contributions[0]] };
        await Site.PublishAsync(new() { Ratings = [live] });
        await Expect(Hook(page, "why-rating")).ToHaveTextAsync("9.3");
        await Expect(Hook(page, "contributions").Locator("li")).ToHaveCountAsync(1);

        await page.Keyboard.PressAsync("Escape");
        await Expect(Hook(page, "why")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Before_ten_minutes_there_is_a_dash_and_the_reason()
    {
        var page = await OpenAsync($"/matches/{DemoLeague.Early}");
        var starter = Site.Script.Matches[DemoLeague.Early].Sheet!.Home.Squad[5].PlayerId;

        await Expect(Hook(page, $"rating-{starter}")).ToHaveTextAsync("–");
        await Expect(Hook(page, $"player-{starter}").Locator(".chip")).ToHaveAttributeAsync("aria-label", "No rating: 8′ played, shown from 10′");
        await Expect(Hook(page, "player-table")).ToContainTextAsync("8′ played, shown from 10′");
    }

    [Fact]
    public async Task The_table_is_sorted_by_a_click_and_back_by_another()
    {
        var page = await OpenAsync(Path);
        await Expect(page.Locator("th[aria-sort=descending]")).ToContainTextAsync("Rating");
        var names = page.Locator(".players tbody .link");
        var best = await names.First.InnerTextAsync();

        await Hook(page, "sort-name").ClickAsync();
        await Expect(page.Locator("th[aria-sort=ascending]")).ToContainTextAsync("Player");
        var sorted = await names.AllInnerTextsAsync();
        Assert.Equal(sorted.Order(StringComparer.Ordinal), sorted);

        await Hook(page, "sort-rating").ClickAsync();
        await Expect(names.First).ToHaveTextAsync(best);
    }

    [Fact]
    public async Task A_thousand_updates_a_second_leave_the_page_calm_and_right()
    {
        var page = await OpenAsync(Path);
        var ratings = Site.Script.RatingsOf(DemoLeague.Live).Where(r => r.Shown).ToArray();
        await page.EvaluateAsync("() => { window.changes = 0; new MutationObserver(m => window.changes++).observe(document.querySelector('.pitch'), { subtree: true, childList: true, characterData: true }); }");

        var start = TimeProvider.System.GetTimestamp();
        for (var round = 1; round <= 100; round++)
            await Site.PublishAsync(new() { Ratings = [.. ratings.Select(r => r with { Version = r.Version + round, RatingHundredths = 500 + ((round * 37) % 400) })] });
        var took = TimeProvider.System.GetElapsedTime(start);
        await Expect(Hook(page, $"rating-{Scorer}")).ToHaveTextAsync("6.0");

        var changes = await page.EvaluateAsync<int>("() => window.changes");
        // One burst of mutations a rendering at most, and a rendering each 250 ms at most.
        var most = (int)(took / TimeSpan.FromMilliseconds(250)) + 8;
        Assert.True(changes <= most, $"Expected at most {most} bursts of changes for {ratings.Length * 100} updates in {took}, saw {changes}.");
    }

    [Fact]
    public async Task A_hidden_page_rests_and_catches_up_when_it_is_seen()
    {
        var page = await OpenAsync(Path);
        await page.EvaluateAsync("() => { Object.defineProperty(document, 'hidden', { get: () => window.fakeHidden, configurable: true }); window.fakeHidden = true; document.dispatchEvent(new Event('visibilitychange')); }");
        var rating = Site.Script.Ratings[(Scorer, DemoLeague.Live)].Rating.Live;
        // The hub's own page shows when the change has reached the server.
        await Eventually.HoldAsync("the circuit to know of the hidden page", async () => await page.EvaluateAsync<string>("() => document.documentElement.dataset.live") == "paused", () => "not paused");
        await Site.PublishAsync(new() { Ratings = [rating with { Version = rating.Version + 1, RatingHundredths = 990 }] });
        var other = await OpenAsync(Path);
        await Expect(Hook(other, $"rating-{Scorer}")).ToHaveTextAsync("9.9");

        Assert.NotEqual("9.9", await Hook(page, $"rating-{Scorer}").InnerTextAsync());
        await page.EvaluateAsync("() => { window.fakeHidden = false; document.dispatchEvent(new Event('visibilitychange')); }");
        await Expect(Hook(page, $"rating-{Scorer}")).ToHaveTextAsync("9.9");
    }

    [Fact]
    public async Task Only_the_score_is_announced()
    {
        var page = await OpenAsync(Path);

        await Expect(page.Locator("[aria-live=polite]").Filter(new() { Has = Hook(page, "score-home") })).ToHaveCountAsync(1);
        await Expect(page.Locator("[aria-live=off]").Filter(new() { Has = Hook(page, "clock") })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Who_wants_less_motion_gets_no_flash()
    {
        var page = await OpenAsync(Path, new() { ReducedMotion = ReducedMotion.Reduce });
        var rating = Site.Script.Ratings[(Scorer, DemoLeague.Live)].Rating.Live;
        await Site.PublishAsync(new() { Ratings = [rating with { Version = rating.Version + 1, RatingHundredths = 990 }] });
        await Expect(Hook(page, $"rating-{Scorer}")).ToHaveTextAsync("9.9");

        Assert.Equal("none", await Hook(page, $"rating-{Scorer}").EvaluateAsync<string>("e => getComputedStyle(e).animationName"));
    }

    private async Task GoalAsync(MatchTime time)
    {
        var match = Site.Script.Matches[DemoLeague.Live];
        var summary = match.Summary with { Version = match.Summary.Version + 1, HomeScore = 3, Clock = time };
        var goal = new MatchUpdate { Id = "goal-3", MatchId = DemoLeague.Live, Kind = MatchFact.Goal, TeamId = summary.HomeTeam, PlayerId = Scorer, Time = time };
        Site.Script.Matches[DemoLeague.Live] = match with { Summary = summary, Timeline = [.. match.Timeline, goal], Applied = match.Applied + 1 };
        await Site.PublishAsync(new() { Matches = [summary] });
    }

    private static string Text(int hundredths) => ((hundredths + 5) / 10 / 10.0).ToString("0.0", CultureInfo.InvariantCulture);
}
