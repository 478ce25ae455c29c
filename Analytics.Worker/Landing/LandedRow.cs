namespace ShellCorp.Analytics.Landing;

/// <summary>An event and where it stands in the log.</summary>
/// <param name="Partition">Its partition.</param>
/// <param name="Offset">Its offset.</param>
/// <param name="OccurredAt">When it happened, UTC: as it tells, or the record's own time.</param>
/// <param name="Event">The event.</param>
internal readonly record struct LandedRow<T>(int Partition, long Offset, DateTime OccurredAt, T Event);
