using Microsoft.AspNetCore.Components;

namespace ShellCorp.Web.Components;

/// <summary>A component that shows one immutable value and is rendered again only when that value is another one.</summary>
/// <typeparam name="T">Compared by value.</typeparam>
public abstract class ModelView<T> : ComponentBase
{
    private T? _rendered;

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public T Model { get; set; } = default!;

    protected override bool ShouldRender()
    {
        if (EqualityComparer<T>.Default.Equals(_rendered, Model))
            return false;
        _rendered = Model;
        return true;
    }
}
