using Microsoft.JSInterop;

namespace ShellCorp.Web.Browser;

/// <summary>What a circuit knows of its browser: whether the page is seen, and the time zone in which its user reads times.</summary>
public sealed class BrowserContext(IJSRuntime js) : IAsyncDisposable
{
    private DotNetObjectReference<BrowserContext>? _self;

    /// <summary>Whether the page is in a tab that nobody sees.</summary>
    public bool Hidden { get; private set; }

    /// <summary>The user's time zone; UTC until the browser has told it.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>Raised when <see cref="Hidden"/> or <see cref="Zone"/> has changed, in the circuit's context.</summary>
    public event EventHandler? Changed;

    /// <summary>Asks the browser and listens to it; once a circuit, after the first rendering.</summary>
    public async Task StartAsync()
    {
        if (_self is not null)
            return;
        _self = DotNetObjectReference.Create(this);
        var zone = await js.InvokeAsync<string?>("shellcorp.watch", _self);
        if (zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found))
            Zone = found;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Called by the browser.</summary>
    [JSInvokable]
    public void OnVisibility(bool hidden)
    {
        Hidden = hidden;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>A moment in the user's time.</summary>
    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    public async ValueTask DisposeAsync()
    {
        if (_self is null)
            return;
        try
        {
            await js.InvokeVoidAsync("shellcorp.unwatch");
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone and its listener with it.
            _self.Dispose();
            return;
        }

        _self.Dispose();
    }
}
