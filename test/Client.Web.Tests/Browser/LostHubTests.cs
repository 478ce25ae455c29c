using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ShellCorp.Web.Live;
using ShellCorp.Web.Tests.Scripted;

namespace ShellCorp.Web.Tests.Browser;

/// <summary>Pages before a cluster that falls silent; probes are fast so that it is found soon.</summary>
public sealed class LostHubTests(Chromium chromium) : BrowserTest(chromium)
{
    protected override Script Script() => new();

    protected override void Configure(WebApplicationBuilder builder) => builder.Services.Configure<LiveConnectorOptions>(options =>
    {
        options.QuietProbe = TimeSpan.FromMilliseconds(200);
        options.RetryDelay = TimeSpan.FromMilliseconds(100);
        options.MaxRetryDelay = TimeSpan.FromMilliseconds(300);
        options.StaleAfter = TimeSpan.FromSeconds(2);
    });

    [Fact]
    public async Task Without_a_match_the_page_says_how_one_appears()
    {
        var page = await OpenAsync("/");
        await Expect(Hook(page, "no-match")).ToContainTextAsync("appears here by itself");
    }

    [Fact]
    public async Task An_outage_is_shown_with_its_beginning_and_ends_by_itself()
    {
        var page = await OpenAsync("/");
        await Expect(Hook(page, "connection")).ToHaveTextAsync("Live");

        Site.Script.Outage = new TimeoutException("no answer, on purpose");
        await Expect(Hook(page, "connection")).ToHaveTextAsync("Reconnecting");
        await Expect(Hook(page, "connection")).ToHaveTextAsync(new Regex("Stale since [0-9]{2}:[0-9]{2}:[0-9]{2}"), new() { Timeout = 60_000 });

        Site.Script.Outage = null;
        await Expect(Hook(page, "connection")).ToHaveTextAsync("Live");
    }

    [Fact]
    public async Task After_the_silo_of_the_hub_was_lost_changes_arrive_again()
    {
        var page = await OpenAsync("/");
        await Site.Cluster.StartAdditionalSiloAsync();
        await Site.Cluster.KillSiloAsync(Site.Cluster.Silos[0]);
        var match = Tests.Live.Told.Match(77, 1);
        DemoLeague.Write(Site.Script);

        await Eventually.HoldAsync("the snapshot of the new activation", () => Task.FromResult(Store.State.Matches.ContainsKey(DemoLeague.Live)), () => Store.Connection.ToString());
        await Site.PublishAsync(new() { Matches = [match] });

        await Expect(Hook(page, "match-77")).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }
}
