using Orleans.Placement;

namespace ShellCorp.Silo.Drain.Cordons;

/// <summary>Leaves out the silos that are about to go.</summary>
public sealed class CordonFilter() : PlacementFilterStrategy(FilterOrder)
{
    /// <summary>After the roles: only what is left by then can be the last resort.</summary>
    private const int FilterOrder = 200;
}
