namespace Oltp.Sessions;

/// <summary>
/// A name that one holder has at a time, among all processes on a database. It is let go when this is disposed or the process ends, and may be
/// lost before; whoever acts on it must bear that another acts at the same time for a moment.
/// </summary>
public interface IOltpHold : IAsyncDisposable
{
    /// <summary>Whether it is still held.</summary>
    Task<bool> IsHeldAsync(CancellationToken cancellationToken);
}
