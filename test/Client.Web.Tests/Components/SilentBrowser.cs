using Microsoft.JSInterop;

namespace ShellCorp.Web.Tests.Components;

/// <summary>A browser that answers nothing; components must not need it to be rendered.</summary>
internal sealed class SilentBrowser : IJSRuntime
{
    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => ValueTask.FromResult(default(TValue)!);

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => ValueTask.FromResult(default(TValue)!);
}
