using System.Collections.Frozen;

namespace ShellCorp.Feeds.Simulator;

/// <summary>How long it takes until something happens, see Tables/gaps.csv.</summary>
internal sealed class GapTable
{
    /// <summary>The other side of a duel.</summary>
    public const string Second = "second";

    /// <summary>A foul or offside played on by a pass.</summary>
    public const string Restart = "restart";

    /// <summary>A shot from a free kick.</summary>
    public const string FreeShot = "freeShot";

    /// <summary>A penalty.</summary>
    public const string Penalty = "penalty";

    /// <summary>The kick-off after a goal.</summary>
    public const string KickOff = "kickOff";

    private readonly FrozenDictionary<string, Percentiles> _gaps;

    private GapTable(FrozenDictionary<string, Percentiles> gaps) => _gaps = gaps;

    public static GapTable Load() => new(TableText.Rows("gaps.csv").ToFrozenDictionary(
        row => row[0], row => new Percentiles(TableText.Numbers(row[1..8])), StringComparer.OrdinalIgnoreCase));

    /// <summary>Seconds until a move, or one of the special ones above.</summary>
    public double Draw(string next, SeededRandom random) => _gaps[next].Draw(random);
}
