using ShellCorp.Events;

namespace ShellCorp.Feeds.Simulator;

/// <summary>One team during a match.</summary>
internal sealed class Side
{
    private readonly List<PitchPlayer> _onPitch = [];
    private readonly List<SquadPlayer> _bench;
    private readonly HashSet<PlayerId> _booked = [];

    public Side(TeamSheet sheet)
    {
        Id = sheet.TeamId;
        foreach (var line in sheet.Squad.Where(player => player.Starts).GroupBy(player => player.Role))
        {
            var count = line.Count();
            _onPitch.AddRange(line.Select((player, i) => new PitchPlayer(player.PlayerId, player.Role, 100.0 * (i + 0.5) / count)));
        }

        _bench = [.. sheet.Squad.Where(player => !player.Starts)];
    }

    public TeamId Id { get; }

    public int Goals { get; set; }

    public int Kicks { get; set; }

    public IReadOnlyList<PitchPlayer> OnPitch => _onPitch;

    public PitchPlayer Keeper => _onPitch.First(player => player.Role == PlayerRole.Goalkeeper);

    /// <summary>Somebody of a line near a place, or of any other but the goal where the line has nobody else.</summary>
    public PitchPlayer Find(PlayerRole role, double y, PitchPlayer? except, SeededRandom random) =>
        FindAmong(player => player.Role == role && player != except, y, random)
        ?? FindAmong(player => player.Role != PlayerRole.Goalkeeper && player != except, y, random)
        ?? Keeper;

    private PitchPlayer? FindAmong(Predicate<PitchPlayer> isMeant, double y, SeededRandom random)
    {
        PitchPlayer? chosen = null;
        var total = 0.0;
        foreach (var player in _onPitch)
        {
            if (!isMeant(player))
                continue;

            var weight = 1 / (10 + Math.Abs(player.Lane - y));
            total += weight;

            // One pass: each takes the place of those before with its share of the weight so far.
            if (random.Unit() * total < weight)
                chosen = player;
        }

        return chosen;
    }

    /// <summary>Notes a yellow card; true for the first.</summary>
    public bool Book(PitchPlayer player) => _booked.Add(player.Id);

    public bool IsBooked(PitchPlayer player) => _booked.Contains(player.Id);

    public void SendOff(PitchPlayer player) => _onPitch.Remove(player);

    /// <summary>Brings somebody on, mostly for one of the same line; null where nobody is left to come.</summary>
    public (PitchPlayer Off, PitchPlayer On)? Substitute(SeededRandom random)
    {
        var outfield = _onPitch.Where(player => player.Role != PlayerRole.Goalkeeper).ToList();
        var off = outfield[random.Below(outfield.Count)];
        var bench = _bench.Where(player => player.Role != PlayerRole.Goalkeeper).ToList();
        if (bench.Count == 0)
            return null;

        var chosen = bench.Find(player => player.Role == off.Role) ?? bench[random.Below(bench.Count)];
        var on = new PitchPlayer(chosen.PlayerId, chosen.Role, off.Lane);
        _bench.Remove(chosen);
        _onPitch[_onPitch.IndexOf(off)] = on;
        return (off, on);
    }
}
