using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ShellCorp.Web.Live;
using ShellCorp.Web.Tests.Browser;
using ShellCorp.Web.Tests.Scripted;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace ShellCorp.Web.Tests.Browser;

/// <summary>A site with the demo league of its own for each test, and a browser before it.</summary>
public abstract class BrowserTest(Chromium chromium) : IAsyncLifetime
{
    private PageWatch? _watch;

    protected ScriptedSite Site { get; private set; } = null!;

    protected LiveStore Store => Site.Services.GetRequiredService<LiveStore>();

    protected IReadOnlyCollection<string> Complaints => _watch?.Complaints ?? [];

    protected virtual Script Script() => DemoLeague.Write(new());

    protected virtual void Configure(WebApplicationBuilder builder)
    {
    }

    public async ValueTask InitializeAsync()
    {
        Site = await ScriptedSite.StartAsync(Script(), Configure);
        _watch = new(chromium, Site.Address);
        await Eventually.HoldAsync("the hub to be subscribed", () => Task.FromResult(Store.Connection.Status == LiveStatus.Live), () => Store.Connection.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        if (_watch is not null)
            await _watch.DisposeAsync();
        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task<IPage> OpenAsync(string path, BrowserNewContextOptions? options = null) => _watch!.OpenAsync(path, options);

    protected static ILocator Hook(IPage page, string testId) => page.GetByTestId(testId);

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
