using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ShellCorp.Web.Tests.Browser;

/// <summary>Opens pages of a site and records what goes wrong in them.</summary>
public sealed class PageWatch(Chromium chromium, Uri address) : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _complaints = [];
    private readonly List<IBrowserContext> _contexts = [];

    /// <summary>Console errors, script errors and requests to other hosts.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Opens a page and waits until it is interactive, not only prerendered.</summary>
    public async Task<IPage> OpenAsync(string path, BrowserNewContextOptions? options = null)
    {
        var page = await NewPageAsync(options);
        await page.GotoAsync(new Uri(address, path).ToString());
        // Set once the circuit runs.
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-live", new Regex("."), new() { Timeout = 60_000 });
        return page;
    }

    /// <summary>An empty page in a profile of its own.</summary>
    public async Task<IPage> NewPageAsync(BrowserNewContextOptions? options = null)
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
            if (new Uri(request.Url) is { Scheme: not "data" } url && url.Authority != address.Authority)
                _complaints.Enqueue("outside: " + request.Url);
        };
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
            await context.DisposeAsync();
    }
}
