using Microsoft.AspNetCore.Components;
using ShellCorp.Web.Matches;

namespace ShellCorp.Web.Components.Shared;

/// <summary>A rating: colour band, number, last change. It flashes once when the number moves while it is being looked at.</summary>
public sealed partial class RatingChip
{
    private RatingFace _shown;
    private bool _seen;
    private string? _flash;
    // A new key makes a new element, whose animation begins anew.
    private int _beat;

    [Parameter, EditorRequired]
    public RatingFace Face { get; set; }

    [Parameter]
    public string? TestId { get; set; }

    [Parameter]
    public bool Large { get; set; }

    protected override void OnParametersSet()
    {
        if (_seen && _shown.Tenths is { } before && Face.Tenths is { } now && before != now)
        {
            _flash = now > before ? "flash-up" : "flash-down";
            _beat++;
        }

        _shown = Face;
        _seen = true;
    }
}
