using ShellCorp.Events;
using ShellCorp.Web.Components.Shared;
using ShellCorp.Web.Matches;

namespace ShellCorp.Web.Components.Match;

/// <summary>A column by which the table of players is sorted.</summary>
/// <param name="Id">Its name in test hooks.</param>
/// <param name="Label">The heading.</param>
/// <param name="Title">The heading in full.</param>
/// <param name="Class">Style.</param>
/// <param name="TextFirst">Whether the first click sorts ascending, as one wants of names.</param>
/// <param name="Value">What is compared.</param>
internal sealed record PlayerColumn(string Id, string Label, string Title, string Class, bool TextFirst, Func<PlayerRow, IComparable> Value)
{
    public static PlayerColumn Rating { get; } =
        new("rating", "Rating", "Rating", "num", false, p => (p.Rating.Tenths is null ? 0 : 1, p.Hundredths ?? 0));

    public static IReadOnlyList<PlayerColumn> All { get; } =
    [
        new("name", "Player", "Name", "text", true, p => p.Name),
        Rating,
        new("minutes", "Min", "Minutes played", "num", false, p => p.Minutes),
        new("events", "Events", "Events in the match", "num wide", false, p => p.Events),
        .. CategoryText.Skills.Select(Category),
    ];

    private static PlayerColumn Category(RatingCategory category) =>
        new(category.ToString().ToLowerInvariant(), CategoryText.Short(category), CategoryText.Name(category), "num wide", false,
            p => p.Categories.Length > (int)category ? p.Categories[(int)category] : int.MinValue);
}
