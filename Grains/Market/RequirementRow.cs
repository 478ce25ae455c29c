using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>A row of the table of requirements.</summary>
internal sealed record RequirementRow
{
    public string Id { get; init; } = "";

    public long ClubId { get; init; }

    public int Role { get; init; }

    public int MinAge { get; init; }

    public int MaxAge { get; init; }

    public int Foot { get; init; }

    public long Budget { get; init; }

    public int Deal { get; init; }

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
        At = at,
    };
}
