using Microsoft.AspNetCore.Components.Rendering;
using ShellCorp.Live;
using ShellCorp.Web.Components;

namespace ShellCorp.Web.Tests.Components;

/// <summary>A live page that shows one number.</summary>
public sealed class CountingPage : LivePage
{
    protected override bool Concerns(LiveChanges changes) => !changes.Ratings.IsEmpty;

    protected override void BuildRenderTree(RenderTreeBuilder builder) =>
        builder.AddContent(0, Store.State.RatingsOf(new(1)).GetValueOrDefault(new(7))?.Update.Version);
}
