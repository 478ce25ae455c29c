using Riak.Wire;

namespace Riak.DataTypes;

/// <summary>
/// Changes to a map that the server makes all at once or not at all: removals first, then the others in the order of the calls. Not
/// thread-safe; may be sent more than once.
/// </summary>
public sealed class RiakMapUpdate
{
    internal MapOp Wire { get; } = new();

    /// <summary>Adds to a counter, which is made if need be.</summary>
    /// <param name="counter">The field.</param>
    /// <param name="by">May be negative; null leaves it to the server, which adds 1.</param>
    public RiakMapUpdate Increment(string counter, long? by)
    {
        var change = new CounterOp();
        if (by is { } amount)
            change.Increment = amount;
        return Change(counter, RiakMapFieldType.Counter, update => update.CounterOp = change);
    }

    /// <summary>Adds to and removes from a set, which is made if need be.</summary>
    /// <param name="set">The field.</param>
    /// <param name="change">What to add and remove.</param>
    public RiakMapUpdate Update(string set, RiakSetUpdate change) => Change(set, RiakMapFieldType.Set, update => update.SetOp = change.Wire);

    /// <summary>
    /// Sets a register. The value carries the coordinating server's time, and the server keeps the old value without a word if that has
    /// a later or equal time: with clocks that differ or were set back an assignment can vanish.
    /// </summary>
    /// <param name="register">The field.</param>
    /// <param name="value">Must not change until the update is sent.</param>
    public RiakMapUpdate Assign(string register, ReadOnlyMemory<byte> value) =>
        Change(register, RiakMapFieldType.Register, update => update.RegisterOp = Fields.Bytes(value));

    /// <summary>Sets a register to UTF-8 text; see the other overload for what can befall it.</summary>
    /// <param name="register">The field.</param>
    /// <param name="value">The text.</param>
    public RiakMapUpdate Assign(string register, string value) =>
        Change(register, RiakMapFieldType.Register, update => update.RegisterOp = Fields.Utf8(value));

    /// <summary>Enables or disables a flag; disabling goes by <see cref="RiakUpdateOptions.Context"/>.</summary>
    /// <param name="flag">The field.</param>
    /// <param name="enabled">What it becomes.</param>
    public RiakMapUpdate Flag(string flag, bool enabled) => Change(
        flag,
        RiakMapFieldType.Flag,
        update => update.FlagOp = enabled ? MapUpdate.Types.FlagOp.Enable : MapUpdate.Types.FlagOp.Disable);

    /// <summary>Changes a map in the map, which is made if need be.</summary>
    /// <param name="map">The field.</param>
    /// <param name="change">What to change in it.</param>
    public RiakMapUpdate Update(string map, RiakMapUpdate change) => Change(map, RiakMapFieldType.Map, update => update.MapOp = change.Wire);

    /// <summary>Removes a field; <see cref="RiakUpdateOptions.Context"/> says what was seen of it.</summary>
    /// <param name="name">The field.</param>
    /// <param name="type">Its type.</param>
    public RiakMapUpdate Remove(string name, RiakMapFieldType type)
    {
        Wire.Removes.Add(Field(name, type));
        return this;
    }

    private static MapField Field(string name, RiakMapFieldType type) =>
        new() { Name = Fields.Utf8(name), Type = (MapField.Types.MapFieldType)type };

    private RiakMapUpdate Change(string name, RiakMapFieldType type, Action<MapUpdate> set)
    {
        var update = new MapUpdate { Field = Field(name, type) };
        set(update);
        Wire.Updates.Add(update);
        return this;
    }
}
