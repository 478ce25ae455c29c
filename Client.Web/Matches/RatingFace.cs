using System.Globalization;
using ShellCorp.Web.Live;

namespace ShellCorp.Web.Matches;

/// <summary>A rating as a chip shows it.</summary>
/// <param name="Tenths">The number, in tenths; null while it isn't shown.</param>
/// <param name="DeltaTenths">Its last visible change, in tenths.</param>
/// <param name="Final">Whether the match is over for this rating.</param>
/// <param name="Reason">Why there is no number; empty where there is one.</param>
public readonly record struct RatingFace(int? Tenths, int DeltaTenths, bool Final, string Reason)
{
    /// <summary>Minutes after which a rating is shown.</summary>
    public const int ShownAfterMinutes = 10;

    /// <summary>A player of whom nothing has been told.</summary>
    public static RatingFace Unused { get; } = new(null, 0, false, "has not played");

    /// <summary>The face of a rating, or of none.</summary>
    public static RatingFace Of(LiveRating? rating) => rating is not { Update: var update }
        ? Unused
        : update.Shown
            ? new(rating.Tenths, update.Final ? 0 : rating.DeltaTenths, update.Final, "")
            : new(null, 0, update.Final, WhyNot(update.MinutesPlayed, update.Final));

    /// <summary>The number with one decimal, or a dash.</summary>
    public string Text => Tenths is { } tenths ? Number(tenths) : "–";

    /// <summary>The change as people read it, such as <c>▲0.2</c>; empty where there is none.</summary>
    public string Delta => DeltaTenths switch
    {
        > 0 => "▲" + Number(DeltaTenths),
        < 0 => "▼" + Number(-DeltaTenths),
        _ => "",
    };

    /// <summary>The whole face in words, for screen readers and titles.</summary>
    public string Words => Tenths is null
        ? $"No rating: {Reason}"
        : $"Rating {Text}{DeltaTenths switch { > 0 => $", up {Number(DeltaTenths)}", < 0 => $", down {Number(-DeltaTenths)}", _ => "" }}{(Final ? ", final" : "")}";

    /// <summary>The colour band, 0 (no rating) to 7 (outstanding).</summary>
    public int Band => Tenths switch
    {
        null => 0,
        < 55 => 1,
        < 60 => 2,
        < 65 => 3,
        < 70 => 4,
        < 80 => 5,
        < 90 => 6,
        _ => 7,
    };

    private static string WhyNot(int minutes, bool final) => minutes == 0
        ? final ? "did not play" : "has not played"
        : string.Create(CultureInfo.InvariantCulture, $"{minutes}′ played, shown from {ShownAfterMinutes}′");

    private static string Number(int tenths) => string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}.{tenths % 10}");
}
