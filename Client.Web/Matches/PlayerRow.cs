using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Web.Matches;

/// <summary>A player of a match as line-ups and tables show one; compared by value, so that an unchanged row isn't rendered again.</summary>
public sealed record PlayerRow
{
    public required PlayerId PlayerId { get; init; }

    public required string Name { get; init; }

    public required Side Side { get; init; }

    public required string Team { get; init; }

    public required PlayerRole Role { get; init; }

    /// <summary>Whether the player began.</summary>
    public required bool Starts { get; init; }

    /// <summary>Whether the player stands on the pitch now (after the match: stood at the end).</summary>
    public required bool OnPitch { get; init; }

    public required RatingFace Rating { get; init; }

    /// <summary>The rating in hundredths, for sorting and averages; null without any update.</summary>
    public int? Hundredths { get; init; }

    public int Minutes { get; init; }

    public int Events { get; init; }

    /// <summary>What the categories add, in thousandths, in the order of <see cref="RatingCategory"/>; empty without any update.</summary>
    public ImmutableArray<int> Categories { get; init; } = [];

    public int Goals { get; init; }

    public int OwnGoals { get; init; }

    public bool Yellow { get; init; }

    public bool SentOff { get; init; }

    /// <summary>The minute of coming on, such as <c>63'</c>; null for starters and those who never came on.</summary>
    public string? CameOn { get; init; }

    /// <summary>The minute of going off; null for those who didn't.</summary>
    public string? WentOff { get; init; }

    /// <summary>The last name, for narrow places.</summary>
    public string ShortName => Name.LastIndexOf(' ') is var space and >= 0 && space < Name.Length - 1 ? Name[(space + 1)..] : Name;
}
