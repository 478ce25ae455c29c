namespace Orleans.Streaming.Kafka;

/// <summary>The last time that the pulling agent was told of a stream.</summary>
/// <param name="End">The number after the last record that it was told of.</param>
/// <param name="OrphanVersion">Which of the records left behind it was told of.</param>
/// <param name="CursorOpened">Whether it has made a cursor since.</param>
internal readonly record struct Announcement(long End, long OrphanVersion, bool CursorOpened);
