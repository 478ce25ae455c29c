using ZooKeeper.Client.Wire;

namespace ZooKeeper.Client;

/// <summary>One operation of a <see cref="ZooKeeperClient.MultiAsync"/>.</summary>
public sealed class ZooKeeperOperation
{
    private readonly Action<JuteWriter, string> _write;

    private ZooKeeperOperation(OpCode code, string path, Action<JuteWriter, string> write) => (OpCode, Path, _write) = (code, path, write);

    /// <summary>The node's path.</summary>
    public string Path { get; }

    internal OpCode OpCode { get; }

    /// <summary>Creates a node.</summary>
    /// <param name="path">Its path; of a sequential one, the part before the digits.</param>
    /// <param name="data">Its data.</param>
    /// <param name="mode">Any mode without a time to live.</param>
    /// <param name="acl">Its access list; <see cref="Acl.OpenToAll"/> if null.</param>
    public static ZooKeeperOperation Create(string path, ReadOnlyMemory<byte> data = default, CreateMode mode = CreateMode.Persistent, IReadOnlyList<Acl>? acl = null)
    {
        if (mode is CreateMode.PersistentWithTimeToLive or CreateMode.PersistentSequentialWithTimeToLive)
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "A node with a time to live can't be created by a multi.");
        NodePath.Validate(path, CreateRequest.IsSequential(mode));
        var code = mode == CreateMode.Container ? OpCode.CreateContainer : OpCode.Create;
        return new(code, path, (writer, chroot) => CreateRequest.Write(writer, chroot, path, data.Span, mode, acl, timeToLive: null));
    }

    /// <summary>Sets a node's data.</summary>
    /// <param name="path">The node.</param>
    /// <param name="data">The data.</param>
    /// <param name="version">The version it must have; -1 for any.</param>
    public static ZooKeeperOperation Set(string path, ReadOnlyMemory<byte> data, int version = ZooKeeperClient.AnyVersion)
    {
        NodePath.Validate(path);
        return new(OpCode.SetData, path, (writer, chroot) =>
        {
            writer.WriteString(NodePath.Join(chroot, path));
            writer.WriteBuffer(data.Span);
            writer.WriteInt(version);
        });
    }

    /// <summary>Deletes a node.</summary>
    /// <param name="path">The node.</param>
    /// <param name="version">The version it must have; -1 for any.</param>
    public static ZooKeeperOperation Delete(string path, int version = ZooKeeperClient.AnyVersion) => Versioned(OpCode.Delete, path, version);

    /// <summary>Fails the whole unless a node is there and has the version. It changes nothing.</summary>
    /// <param name="path">The node.</param>
    /// <param name="version">The version it must have; -1 for any.</param>
    public static ZooKeeperOperation Check(string path, int version = ZooKeeperClient.AnyVersion) => Versioned(OpCode.Check, path, version);

    internal void Write(JuteWriter writer, string chroot) => _write(writer, chroot);

    private static ZooKeeperOperation Versioned(OpCode code, string path, int version)
    {
        NodePath.Validate(path);
        return new(code, path, (writer, chroot) =>
        {
            writer.WriteString(NodePath.Join(chroot, path));
            writer.WriteInt(version);
        });
    }
}
