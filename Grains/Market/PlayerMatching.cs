namespace ShellCorp.Grains.Market;

/// <summary>Who meets a requirement: line, age, foot, and not of the club itself.</summary>
internal static class PlayerMatching
{
    /// <summary>Players <c>p</c> who meet the requirement of the parameters <c>@Role</c>, <c>@BornAfter</c>, <c>@BornBy</c>, <c>@Foot</c> and <c>@ClubId</c>.</summary>
    public const string Players =
        """
        (@Role = 0 OR p.role = @Role) AND p.born > @BornAfter AND p.born <= @BornBy
        AND (@Foot = 0 OR p.foot = @Foot OR p.foot = 3) AND (p.club_id IS NULL OR p.club_id <> @ClubId)
        """;

    /// <summary>Open requirements <c>r</c> that the player <c>p</c> meets, who has the age <c>@Age</c>.</summary>
    public const string Requirements =
        """
        r.is_open = 1 AND (r.role = 0 OR r.role = p.role) AND r.min_age <= @Age AND r.max_age >= @Age
        AND (r.foot = 0 OR r.foot = p.foot OR p.foot = 3) AND (p.club_id IS NULL OR p.club_id <> r.club_id)
        """;

    /// <summary>The first day of birth that is too early to be of an age at most.</summary>
    public static int BornAfter(DateOnly today, int maxAge) => today.AddYears(-maxAge - 1).DayNumber;

    /// <summary>The last day of birth of those who are of an age at least.</summary>
    public static int BornBy(DateOnly today, int minAge) => today.AddYears(-minAge).DayNumber;

    /// <summary>The age in full years: the greatest that <see cref="BornBy"/> lets pass.</summary>
    public static int Age(DateOnly today, int born)
    {
        var age = today.Year - DateOnly.FromDayNumber(born).Year;
        return born <= BornBy(today, age) ? age : age - 1;
    }
}
