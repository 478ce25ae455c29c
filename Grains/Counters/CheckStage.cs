namespace ShellCorp.Grains.Counters;

/// <summary>Which check of a player's counters comes next. One that finds them wrong starts again with the first.</summary>
internal enum CheckStage
{
    /// <summary>None: the counters were found exact, and nothing was counted since.</summary>
    None,

    /// <summary>After something was doubtful.</summary>
    First,

    /// <summary>Later, for what arrived after the first: a request that was held up.</summary>
    Second,

    /// <summary>After nothing was counted for a while: also for what another activation did.</summary>
    Quiet,
}
