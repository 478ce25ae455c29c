using Orleans.Storage;

namespace ShellCorp.Grains.Storage;

/// <summary>
/// One state of a grain. What is written changes in memory only after the storage has acknowledged it; what is noted is written with the next
/// write or flush, and lost in a crash. After a write that failed nobody knows what is stored, so the next <see cref="EnsureAsync"/> reads it.
/// </summary>
/// <param name="storage">Where it is stored.</param>
/// <param name="name">The state's name.</param>
/// <param name="grain">The grain.</param>
/// <param name="empty">The value while nothing is stored.</param>
/// <param name="version">Grows with each write, but not with what is noted.</param>
/// <typeparam name="T">An immutable state.</typeparam>
internal sealed class StoredState<T>(IGrainStorage storage, string name, GrainId grain, T empty, Func<T, int> version)
    where T : class
{
    private GrainState<T>? _stored;
    private T? _value;
    private bool _isCertain;

    /// <summary>The value: what is stored, and what was noted since.</summary>
    public T Value => _value ?? empty;

    /// <summary>Whether anything was noted since the last write.</summary>
    public bool IsAhead => _stored is not null && !ReferenceEquals(Value, _stored.State);

    /// <summary>Makes sure of what is stored.</summary>
    public async ValueTask<T> EnsureAsync()
    {
        if (_isCertain)
            return Value;

        var read = new GrainState<T>(empty);
        await storage.ReadStateAsync(name, grain, read);
        if (!read.RecordExists || read.State is null)
            read.State = empty;

        // After a failed write it is either stored, and then newer than ours, or it isn't, and then what was noted still holds.
        if (_stored is null || version(read.State) > version(Value))
            _value = read.State;

        _stored = read;
        _isCertain = true;
        return Value;
    }

    /// <summary>Stores a value if nobody else has stored one since the last read or write.</summary>
    /// <exception cref="InconsistentStateException">Another activation has written.</exception>
    public async Task WriteAsync(T next)
    {
        if (!_isCertain)
            throw new InvalidOperationException($"State '{name}' of {grain} is written without having been read.");

        _isCertain = false;
        var write = new GrainState<T>(next, _stored!.ETag) { RecordExists = _stored.RecordExists };
        await storage.WriteStateAsync(name, grain, write);
        write.State = next;
        (_stored, _value, _isCertain) = (write, next, true);
    }

    /// <summary>Holds a value that need not be stored yet.</summary>
    public void Note(T next) => _value = next;

    /// <summary>What to take along to another silo; null where storage has to be asked there.</summary>
    public MovingState<T>? Pack() => _isCertain && !IsAhead
        ? new() { Value = _stored!.RecordExists ? Value : null, ETag = _stored.ETag, Exists = _stored.RecordExists }
        : null;

    /// <summary>Takes what came along, instead of reading it. Should it be out of date after all, the storage refuses the next write.</summary>
    public void Unpack(MovingState<T> moved)
    {
        _stored = new(moved.Value ?? empty, moved.ETag) { RecordExists = moved.Exists };
        (_value, _isCertain) = (_stored.State, true);
    }

    /// <summary>Writes what was noted.</summary>
    public async Task FlushAsync()
    {
        if (!IsAhead)
            return;

        await EnsureAsync();
        if (IsAhead)
            await WriteAsync(Value);
    }
}
