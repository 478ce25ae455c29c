using System.Globalization;
using ShellCorp.Web.Live;

namespace ShellCorp.Web.Components.Layout;

public sealed partial class ConnectionPill
{
    private LiveFeed? _feed;

    private LiveConnection Connection => Store.Connection;

    private string Kind => Connection.Status switch
    {
        LiveStatus.Live => "live",
        LiveStatus.Stale => "stale",
        _ => "reconnecting",
    };

    private string Text => Connection.Status switch
    {
        LiveStatus.Live => "Live",
        LiveStatus.Connecting => "Connecting",
        LiveStatus.Stale when Connection.LastContact is { } since => $"Stale since {Clock(since)}",
        _ => "Reconnecting",
    };

    private string Hint => Store.LastChange is { } change ? $"Last change at {Clock(change)}" : "No change yet";

    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;
        _feed = new(Store, Time, LivePage.Interval, static _ => false, () => InvokeAsync(StateHasChanged));
        Browser.Changed += OnBrowser;
        // The connection may have changed between the first rendering and now.
        _feed.Mark();
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Changed -= OnBrowser;
        if (_feed is not null)
            await _feed.DisposeAsync();
    }

    private void OnBrowser(object? sender, EventArgs e) => StateHasChanged();

    private string Clock(DateTimeOffset moment) => Browser.Local(moment).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
