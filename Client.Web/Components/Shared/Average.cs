using ShellCorp.Web.Live;
using ShellCorp.Web.Matches;

namespace ShellCorp.Web.Components.Shared;

/// <summary>Averages as rating chips.</summary>
internal static class Average
{
    /// <summary>The chip of an average in hundredths; 0 and null stand for none.</summary>
    public static RatingFace Face(int? hundredths) => hundredths is { } value and > 0
        ? new(LiveRating.TenthsOf(value), 0, false, "")
        : new(null, 0, false, "nobody has played");
}
