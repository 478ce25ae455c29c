using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ShellCorp.Web.Live;
using ShellCorp.Web.Tests.Browser;
using ShellCorp.Web.Tests.Scripted;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace ShellCorp.Web.Tests.Browser;

/// <summary>A site with the demo league, and a browser before it that records what goes wrong in it.</summary>
public abstract class BrowserTest(Chromium chromium) : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _complaints = [];
    private readonly List<IBrowserContext> _contexts = [];

    protected ScriptedSite Site { get; private set; } = null!;

    protected LiveStore Store => Site.Services.GetRequiredService<LiveStore>();

    /// <summary>Console errors, script errors and requests to other hosts.</summary>
    protected IReadOnlyCollection<string> Complaints => _complaints;

    protected virtual Script Script() => DemoLeague.Write(new());

    protected virtual void Configure(WebApplicationBuilder builder)
    {
    }

    public async ValueTask InitializeAsync()
    {
        Site = await ScriptedSite.StartAsync(Script(), Configure);
        await Eventually.TrueAsync(() => Task.FromResult(Store.Connection.Status == LiveStatus.Live), "the hub to be subscribed", () => Store.Connection.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
            await context.DisposeAsync();
        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens a page and waits until it is interactive, not only prerendered.</summary>
    protected async Task<IPage> OpenAsync(string path, BrowserNewContextOptions? options = null)
    {
        var page = await NewPageAsync(options);
        await page.GotoAsync(new Uri(Site.Address, path).ToString());
        await InteractiveAsync(page);
        return page;
    }

    protected async Task<IPage> NewPageAsync(BrowserNewContextOptions? options = null)
    {
        var context = await chromium.NewContextAsync(options);
        _contexts.Add(context);
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _complaints.Enqueue(message.Text);
        };
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: not "data" } url && url.Authority != Site.Address.Authority)
                _complaints.Enqueue("outside: " + request.Url);
        };
        return page;
    }

    /// <summary>The layout tells the browser's service of itself once its circuit runs.</summary>
    protected static Task InteractiveAsync(IPage page) => Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-live", new Regex("."));

    protected static ILocator Hook(IPage page, string testId) => page.GetByTestId(testId);

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
