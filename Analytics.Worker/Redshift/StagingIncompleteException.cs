namespace ShellCorp.Analytics.Redshift;

/// <summary>A staging table doesn't hold what its source has; the attempt is given up and nothing was loaded.</summary>
public sealed class StagingIncompleteException(string table, string location, long expected, long staged)
    : Exception(FormattableString.Invariant($"{location}: {staged} of {expected} rows for {table} were staged."));
