using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>A search as a condition on the table of players, <c>p</c>.</summary>
internal sealed record WantedPlayers
{
    public const string Condition =
        """
        (@Role = 0 OR p.role = @Role) AND p.born > @BornAfter AND p.born <= @BornBy
            AND (@Foot = 0 OR p.foot = @Foot OR p.foot = 3) AND (@Club = 0 OR p.club_id = @Club) AND p.name_folded LIKE @Name ESCAPE '\'
        """;

    public required int Role { get; init; }

    public required int Foot { get; init; }

    public required long Club { get; init; }

    public required string Name { get; init; }

    public required int BornAfter { get; init; }

    public required int BornBy { get; init; }

    public static WantedPlayers Of(PlayerSearch search, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return new()
        {
            Role = (int)search.Role,
            Foot = (int)search.Foot,
            Club = search.ClubId?.Value ?? 0,
            Name = Beginning(search.Name),
            BornAfter = today.AddYears(-search.MaxAge - 1).DayNumber,
            BornBy = today.AddYears(-search.MinAge).DayNumber,
        };
    }

    private static string Beginning(string name) =>
        $"{PlayerSearches.Fold(name).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
