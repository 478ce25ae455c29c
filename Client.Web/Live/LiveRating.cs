using ShellCorp.Events;

namespace ShellCorp.Web.Live;

/// <summary>A rating as this server holds it.</summary>
/// <param name="Update">The newest version.</param>
/// <param name="DeltaTenths">The last visible change, in tenths: what the arrow beside the number tells; 0 until the number has moved.</param>
/// <param name="Sequence">The store's sequence at which it was taken over.</param>
public sealed record LiveRating(LiveRatingUpdate Update, int DeltaTenths, long Sequence)
{
    /// <summary>The rating as people see it, one decimal.</summary>
    public int Tenths => TenthsOf(Update.RatingHundredths);

    /// <summary>Hundredths to tenths, half up.</summary>
    public static int TenthsOf(int hundredths) => (hundredths + 5) / 10;

    /// <summary>This rating after a newer version came.</summary>
    public LiveRating Next(LiveRatingUpdate update, long sequence)
    {
        var moved = TenthsOf(update.RatingHundredths) - Tenths;
        var delta = !Update.Shown || !update.Shown ? 0 : moved == 0 ? DeltaTenths : moved;
        return new(update, delta, sequence);
    }
}
