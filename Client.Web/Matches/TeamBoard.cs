using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Web.Matches;

/// <summary>One side of a match.</summary>
public sealed record TeamBoard
{
    public required Side Side { get; init; }

    public required TeamId? TeamId { get; init; }

    public required string Name { get; init; }

    /// <summary>Those on the pitch, in the order of the sheet; a substitute stands in the place of the one who went off.</summary>
    public required ImmutableArray<PlayerRow> Pitch { get; init; }

    /// <summary>Those off the pitch: substituted, sent off, or on the bench.</summary>
    public required ImmutableArray<PlayerRow> Bench { get; init; }

    /// <summary>All of them.</summary>
    public IEnumerable<PlayerRow> Players => Pitch.Concat(Bench);

    /// <summary>The players of a line of the pitch; a player whose line isn't known stands in midfield.</summary>
    public IEnumerable<PlayerRow> Line(PlayerRole role) =>
        Pitch.Where(p => p.Role == role || (role == PlayerRole.Midfielder && p.Role == PlayerRole.Unknown));

    /// <summary>The mean of the ratings weighted by minutes played, in hundredths; null while nobody has played.</summary>
    public int? AverageHundredths
    {
        get
        {
            var rated = Players.Where(p => p.Hundredths is not null && p.Minutes > 0).ToArray();
            var minutes = rated.Sum(p => p.Minutes);
            return minutes == 0 ? null : (int)Math.Round(rated.Sum(p => (double)p.Hundredths!.Value * p.Minutes) / minutes);
        }
    }

    /// <summary>What a category adds to the team's ratings together, in thousandths.</summary>
    public int Sum(RatingCategory category) =>
        Players.Sum(p => p.Categories.Length > (int)category ? p.Categories[(int)category] : 0);
}
