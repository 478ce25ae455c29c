using System.Globalization;
using ShellCorp.Events;

namespace ShellCorp.Web.Components.Shared;

/// <summary>Categories and what they add, in words.</summary>
public static class CategoryText
{
    /// <summary>The five skills, in the order in which people read them.</summary>
    public static IReadOnlyList<RatingCategory> Skills { get; } =
        [RatingCategory.Shooting, RatingCategory.Passing, RatingCategory.Dribbling, RatingCategory.Defending, RatingCategory.Goalkeeping];

    /// <summary>The skills and the rest.</summary>
    public static IReadOnlyList<RatingCategory> All { get; } = [.. Skills, RatingCategory.Presence];

    /// <summary>The name to show.</summary>
    public static string Name(RatingCategory category) => category == RatingCategory.Presence ? "Play & result" : category.ToString();

    /// <summary>The name where there is little room.</summary>
    public static string Short(RatingCategory category) => category switch
    {
        RatingCategory.Shooting => "Shoot",
        RatingCategory.Passing => "Pass",
        RatingCategory.Dribbling => "Dribble",
        RatingCategory.Defending => "Defend",
        RatingCategory.Goalkeeping => "Keep",
        _ => "Other",
    };

    /// <summary>Thousandths with a sign and two decimals, such as <c>+0.35</c>.</summary>
    public static string Signed(int thousandths) => (thousandths / 1000.0).ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture);

    /// <summary>Hundredths with a sign and two decimals.</summary>
    public static string SignedHundredths(int hundredths) => Signed(hundredths * 10);
}
