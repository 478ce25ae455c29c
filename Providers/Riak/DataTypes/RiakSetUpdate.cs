using Riak.Wire;

namespace Riak.DataTypes;

/// <summary>Additions to and removals from a set, made by the server in one step: additions first.</summary>
public sealed class RiakSetUpdate
{
    internal SetOp Wire { get; } = new();

    /// <summary>Adds members.</summary>
    /// <param name="members">As UTF-8.</param>
    public RiakSetUpdate Add(params IEnumerable<string> members)
    {
        Wire.Adds.AddRange(members.Select(Fields.Utf8));
        return this;
    }

    /// <summary>Adds a member.</summary>
    /// <param name="member">Must not change until the update is sent.</param>
    public RiakSetUpdate Add(ReadOnlyMemory<byte> member)
    {
        Wire.Adds.Add(Fields.Bytes(member));
        return this;
    }

    /// <summary>Removes members; <see cref="RiakUpdateOptions.Context"/> says what was seen.</summary>
    /// <param name="members">As UTF-8.</param>
    public RiakSetUpdate Remove(params IEnumerable<string> members)
    {
        Wire.Removes.AddRange(members.Select(Fields.Utf8));
        return this;
    }

    /// <summary>Removes a member; <see cref="RiakUpdateOptions.Context"/> says what was seen.</summary>
    /// <param name="member">Must not change until the update is sent.</param>
    public RiakSetUpdate Remove(ReadOnlyMemory<byte> member)
    {
        Wire.Removes.Add(Fields.Bytes(member));
        return this;
    }
}
