using ShellCorp.Events;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>A row of the table of players.</summary>
internal record PlayerRow
{
    public long Id { get; init; }

    public string Name { get; init; } = "";

    public int Role { get; init; }

    public int Born { get; init; }

    public int Foot { get; init; }

    public long? ClubId { get; init; }

    public MarketPlayer ToPlayer() => new()
    {
        PlayerId = new(Id),
        Name = Name,
        Role = (PlayerRole)Role,
        Born = DateOnly.FromDayNumber(Born),
        Foot = (Foot)Foot,
        ClubId = ClubId is { } club ? new(club) : null,
    };
}
