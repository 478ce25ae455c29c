namespace ZooKeeper.Client;

/// <summary>A value that was read, and the watch that tells when it is out of date.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Changed">
/// Completes once, with the first change after the read, or with <see cref="WatchEventType.SessionEnded"/>; it survives reconnects and never
/// fails. It is complete before the answer to any read that shows the change.
/// </param>
public sealed record Watched<T>(T Value, Task<WatchEvent> Changed);
