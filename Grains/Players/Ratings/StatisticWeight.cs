using ShellCorp.Events;

namespace ShellCorp.Grains.Players.Ratings;

/// <summary>What one count of a statistic is worth, in thousandths of a point.</summary>
/// <param name="Category">Where it shows in the explanation.</param>
/// <param name="Others">For roles without a weight of their own.</param>
/// <param name="Goalkeeper">For goalkeepers.</param>
/// <param name="Defender">For defenders.</param>
/// <param name="Midfielder">For midfielders.</param>
/// <param name="Forward">For forwards.</param>
public readonly record struct StatisticWeight(RatingCategory Category, int Others, int Goalkeeper, int Defender, int Midfielder, int Forward)
{
    /// <summary>The points for a role.</summary>
    public int Of(PlayerRole role) => role switch
    {
        PlayerRole.Goalkeeper => Goalkeeper,
        PlayerRole.Defender => Defender,
        PlayerRole.Midfielder => Midfielder,
        PlayerRole.Forward => Forward,
        _ => Others,
    };
}
