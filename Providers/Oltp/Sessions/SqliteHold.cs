using System.Collections.Concurrent;

namespace Oltp.Sessions;

/// <summary>A name among those that are held in this process.</summary>
internal sealed class SqliteHold(ConcurrentDictionary<string, SqliteHold> held, string name) : IOltpHold
{
    public static SqliteHold? TryTake(ConcurrentDictionary<string, SqliteHold> held, string name)
    {
        var hold = new SqliteHold(held, name);
        return held.TryAdd(name, hold) ? hold : null;
    }

    public Task<bool> IsHeldAsync(CancellationToken cancellationToken) => Task.FromResult(held.TryGetValue(name, out var holder) && holder == this);

    public ValueTask DisposeAsync()
    {
        held.TryRemove(KeyValuePair.Create(name, this));
        return ValueTask.CompletedTask;
    }
}
