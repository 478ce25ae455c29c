namespace ShellCorp.Feeds.Simulator;

/// <summary>All that was counted in the World Cup 2018; the files in Tables/ name their source.</summary>
internal sealed record WorldCupTables(ChainTable Chains, FlightTable Flights, GapTable Gaps, MixTable Mix, QualifierTable Qualifiers)
{
    private static readonly Lazy<WorldCupTables> Loaded = new(() =>
        new(ChainTable.Load(), FlightTable.Load(), GapTable.Load(), MixTable.Load(), QualifierTable.Load()));

    public static WorldCupTables Instance => Loaded.Value;
}
