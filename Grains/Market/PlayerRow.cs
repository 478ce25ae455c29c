using ShellCorp.Events;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>A row of the table of players.</summary>
internal record PlayerRow
{
    /// <summary>The columns of a row, of the table under the name <c>p</c>.</summary>
    public const string Columns = "p.id AS Id, p.name AS Name, p.role AS Role, p.born AS Born, p.foot AS Foot, p.club_id AS ClubId";

    public long Id { get; init; }

    public string Name { get; init; } = "";

    public int Role { get; init; }

    public int Born { get; init; }

    public int Foot { get; init; }

    public long? ClubId { get; init; }

    public static PlayerRow Of(MarketPlayer player) => new()
    {
        Id = player.PlayerId.Value,
        Name = player.Name,
        Role = (int)player.Role,
        Born = player.Born.DayNumber,
        Foot = (int)player.Foot,
        ClubId = player.ClubId?.Value,
    };

    public static Task<PlayerRow?> FindAsync(IMarketSession session, PlayerId player, string locking = "") =>
        session.FindAsync<PlayerRow>($"SELECT {Columns} FROM market_player p WHERE p.id = @Value {locking}", new { player.Value });

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
