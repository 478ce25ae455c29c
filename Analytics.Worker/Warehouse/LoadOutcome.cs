namespace ShellCorp.Analytics.Warehouse;

/// <summary>What a load did with a range.</summary>
public enum LoadOutcome
{
    /// <summary>Its rows and its row in the ledger were written, in one transaction.</summary>
    Loaded = 0,

    /// <summary>The ledger had this very range; nothing was changed.</summary>
    AlreadyLoaded = 1,
}
