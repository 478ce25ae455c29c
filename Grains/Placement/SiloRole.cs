namespace ShellCorp.Grains.Placement;

/// <summary>The roles that silos can be given, so that parts of the load are scaled apart. A silo without any setting has them all.</summary>
public static class SiloRole
{
    /// <summary>Matches and teams.</summary>
    public const string Matches = "matches";

    /// <summary>Players' ratings.</summary>
    public const string Ratings = "ratings";

    /// <summary>What web servers are told.</summary>
    public const string Live = "live";

    /// <summary>What writes events into the database.</summary>
    public const string Oltp = "oltp";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Matches, Ratings, Live, Oltp];
}
