using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace ShellCorp.Web.Components.Layout;

public sealed partial class MainLayout
{
    private ErrorBoundary? _boundary;
    private bool _dark;
    private string _path = "";

    [CascadingParameter(Name = "Theme")]
    private string? Theme { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected override void OnInitialized()
    {
        _dark = Theme == "dark";
        Navigation.LocationChanged += OnLocationChanged;
        _path = PathOf(Navigation.Uri);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        await Browser.StartAsync();
        var dark = await Js.InvokeAsync<string?>("shellcorp.theme") == "dark";
        if (dark != _dark)
        {
            _dark = dark;
            StateHasChanged();
        }
    }

    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;

    private async Task ToggleThemeAsync()
    {
        _dark = !_dark;
        await Js.InvokeVoidAsync("shellcorp.setTheme", _dark ? "dark" : "light");
    }

    // Another page deserves another chance.
    private void OnLocationChanged(object? sender, Microsoft.AspNetCore.Components.Routing.LocationChangedEventArgs e)
    {
        _path = PathOf(e.Location);
        _boundary?.Recover();
    }

    private string PathOf(string location) => Navigation.ToBaseRelativePath(location).Split('#')[0];
}
