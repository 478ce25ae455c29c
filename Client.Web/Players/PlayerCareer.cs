using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Web.Components.Shared;

namespace ShellCorp.Web.Players;

/// <summary>A player's page.</summary>
public sealed record PlayerCareer
{
    public required PlayerId PlayerId { get; init; }

    public required string Name { get; init; }

    public required PlayerRole Role { get; init; }

    public TeamId? TeamId { get; init; }

    public string TeamName { get; init; } = "";

    /// <summary>The latest first.</summary>
    public required ImmutableArray<PlayerMatch> Matches { get; init; }

    public PlayerMatch? Latest => Matches.IsEmpty ? null : Matches[0];

    public int Minutes => Matches.Sum(m => m.Rating.MinutesPlayed);

    /// <summary>Matches with a shown rating.</summary>
    public int Rated => Shown.Count();

    /// <summary>The mean of the shown ratings, in hundredths; null without any.</summary>
    public int? MeanHundredths => Rated == 0 ? null : (int)Math.Round(Shown.Average(m => m.Rating.RatingHundredths));

    /// <summary>What each category adds in the mean of the shown ratings, in thousandths.</summary>
    public ImmutableArray<int> Skills =>
        Rated == 0 ? [] : [.. CategoryText.All.Select(c => (int)Math.Round(Shown.Average(m => m.Rating.Categories[(int)c])))];

    /// <summary>The shown ratings in hundredths, the earliest first.</summary>
    public ImmutableArray<int> Season => [.. Shown.Reverse().Select(m => m.Rating.RatingHundredths)];

    private IEnumerable<PlayerMatch> Shown => Matches.Where(m => m.Rating.Shown);
}
