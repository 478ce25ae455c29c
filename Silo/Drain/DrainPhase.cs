namespace ShellCorp.Silo.Drain;

/// <summary>How far a silo is on its way out. The steps are taken in this order.</summary>
public enum DrainPhase
{
    /// <summary>It serves.</summary>
    Serving,

    /// <summary>It tells that it isn't ready: nobody sends it anything new from outside.</summary>
    NotReady,

    /// <summary>Every silo knows that it places nothing on it any more.</summary>
    Cordoned,

    /// <summary>No rebalancing moves activations to it.</summary>
    RebalancingSuspended,

    /// <summary>Others read its partitions.</summary>
    PartitionsHandedOver,

    /// <summary>Its activations live elsewhere.</summary>
    ActivationsMoved,

    /// <summary>All is done, or time is up: Orleans tells the clients of its gateway, and stops.</summary>
    Stopping,
}
