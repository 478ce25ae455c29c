using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.Logging.Abstractions;

namespace ShellCorp.Web.Tests.Components;

// A renderer is what the framework offers for this; it calls the types "not for applications", which a test isn't.
#pragma warning disable BL0006

/// <summary>Renders components as a circuit does, without a browser: counts batches and the components that really changed.</summary>
internal sealed class BareRenderer(IServiceProvider services) : Renderer(services, NullLoggerFactory.Instance)
{
    public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

    /// <summary>Pictures sent.</summary>
    public int Batches { get; private set; }

    /// <summary>Components with at least one edit, over all batches.</summary>
    public int Changed { get; private set; }

    public List<Exception> Errors { get; } = [];

    public Task<int> ShowAsync<T>(Dictionary<string, object?> parameters)
        where T : IComponent => Dispatcher.InvokeAsync(async () =>
    {
        var id = AssignRootComponentId(InstantiateComponent(typeof(T)));
        await RenderRootComponentAsync(id, ParameterView.FromDictionary(parameters));
        return id;
    });

    public Task ShowAsync(int id, Dictionary<string, object?> parameters) =>
        Dispatcher.InvokeAsync(() => RenderRootComponentAsync(id, ParameterView.FromDictionary(parameters)));

    /// <summary>Disposes everything shown, as when a circuit ends.</summary>
    public Task LeaveAsync() => DisposeAsync().AsTask();

    public void Reset() => (Batches, Changed) = (0, 0);

    /// <summary>All text and attribute values that a component and those in it show.</summary>
    public IReadOnlyList<string> Shown(int id)
    {
        var all = new List<string>();
        var frames = GetCurrentRenderTreeFrames(id);
        for (var i = 0; i < frames.Count; i++)
        {
            var frame = frames.Array[i];
            if (frame.FrameType == RenderTreeFrameType.Component)
                all.AddRange(Shown(frame.ComponentId));
            else if (frame.FrameType is RenderTreeFrameType.Text or RenderTreeFrameType.Markup)
                all.Add(frame.FrameType == RenderTreeFrameType.Text ? frame.TextContent : frame.MarkupContent);
            else if (frame.FrameType == RenderTreeFrameType.Attribute && frame.AttributeValue is string value)
                all.Add(value);
        }

        return all;
    }

    protected override void HandleException(Exception exception) => Errors.Add(exception);

    protected override Task UpdateDisplayAsync(in RenderBatch renderBatch)
    {
        Batches++;
        for (var i = 0; i < renderBatch.UpdatedComponents.Count; i++)
        {
            if (renderBatch.UpdatedComponents.Array[i].Edits.Count > 0)
                Changed++;
        }

        return Task.CompletedTask;
    }
}
