using Microsoft.AspNetCore.Components;
using ShellCorp.Live;
using ShellCorp.Web.Browser;
using ShellCorp.Web.Live;

namespace ShellCorp.Web.Components;

/// <summary>A page that shows what is live: rendered again when something that concerns it has changed, four times a second at most.</summary>
public abstract class LivePage : ComponentBase, IAsyncDisposable
{
    /// <summary>The shortest time between two renderings that nobody clicked for.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _gone = new();
    private LiveFeed? _feed;

    [Inject]
    protected LiveStore Store { get; set; } = null!;

    [Inject]
    protected TimeProvider Time { get; set; } = null!;

    [Inject]
    protected BrowserContext Browser { get; set; } = null!;

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Gone => _gone.Token;

    /// <summary>Whether a change matters to this page. Runs outside of the circuit: no component state but immutable fields.</summary>
    protected abstract bool Concerns(LiveChanges changes);

    /// <summary>Reads what the live state doesn't hold, before the page is rendered again.</summary>
    protected virtual Task RefreshAsync() => Task.CompletedTask;

    /// <summary>Asks for a rendering at the end of the interval.</summary>
    protected void Mark() => _feed?.Mark();

    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;
        _feed = new(Store, Time, Interval, Concerns, RenderAsync);
        Browser.Changed += OnBrowser;
        // Whatever changed between the first rendering and this registration.
        _feed.Mark();
    }

    public async ValueTask DisposeAsync()
    {
        await DisposeAsyncCore();
        GC.SuppressFinalize(this);
    }

    protected virtual async ValueTask DisposeAsyncCore()
    {
        Browser.Changed -= OnBrowser;
        await _gone.CancelAsync();
        if (_feed is not null)
            await _feed.DisposeAsync();
        _gone.Dispose();
    }

    private void OnBrowser(object? sender, EventArgs e)
    {
        if (_feed is { } feed)
            feed.Paused = Browser.Hidden;
        StateHasChanged();
    }

    private Task RenderAsync() => InvokeAsync(async () =>
    {
        try
        {
            await RefreshAsync();
            StateHasChanged();
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The page was left meanwhile: nobody waits for this rendering.
            return;
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    });
}
