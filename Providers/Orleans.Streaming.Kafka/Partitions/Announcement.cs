namespace Orleans.Streaming.Kafka;

/// <summary>The last time that the pulling agent was told of a stream.</summary>
/// <param name="End">The number after the last record that it was told of.</param>
/// <param name="OrphanVersion">Which of the records left behind it was told of.</param>
/// <param name="LastHandshake">The last question to a consumer at the time when the stream's records were first told of in vain.</param>
/// <param name="CursorOpened">Whether it has made a cursor since.</param>
/// <param name="IsDeferred">Whether what having no cursor means is still open, since consumers asked before have not answered.</param>
internal readonly record struct Announcement(long End, long OrphanVersion, long LastHandshake, bool CursorOpened, bool IsDeferred);
