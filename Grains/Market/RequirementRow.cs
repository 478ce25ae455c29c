using ShellCorp.Events;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>A row of the table of requirements.</summary>
internal sealed record RequirementRow
{
    /// <summary>The columns of a row, of the table under the name <c>r</c>.</summary>
    public const string Columns =
        """
        r.id AS Id, r.club_id AS ClubId, r.role AS Role, r.min_age AS MinAge, r.max_age AS MaxAge, r.foot AS Foot, r.budget AS Budget, r.deal AS Deal,
        r.is_open AS IsOpen, r.at AS At
        """;

    public string Id { get; init; } = "";

    public long ClubId { get; init; }

    public int Role { get; init; }

    public int MinAge { get; init; }

    public int MaxAge { get; init; }

    public int Foot { get; init; }

    public long Budget { get; init; }

    public int Deal { get; init; }

    public int IsOpen { get; init; }

    public long At { get; init; }

    public static RequirementRow Of(RequirementId id, TeamId club, Requirement requirement, long at) => new()
    {
        Id = id.ToString(),
        ClubId = club.Value,
        Role = (int)requirement.Role,
        MinAge = requirement.MinAge,
        MaxAge = requirement.MaxAge,
        Foot = (int)requirement.Foot,
        Budget = requirement.Budget,
        Deal = (int)requirement.Deal,
        IsOpen = 1,
        At = at,
    };

    public PostedRequirement ToPosted() => new()
    {
        RequirementId = new(Guid.Parse(Id)),
        ClubId = new(ClubId),
        Requirement = new() { Role = (PlayerRole)Role, MinAge = MinAge, MaxAge = MaxAge, Foot = (Foot)Foot, Budget = Budget, Deal = (Deal)Deal },
        IsOpen = IsOpen == 1,
        At = MarketTime.Read(At),
    };
}
