using ZooKeeper.Client.Wire;

namespace ZooKeeper.Client;

/// <summary>The request to create a node, alone or in a multi.</summary>
internal static class CreateRequest
{
    internal static bool IsSequential(CreateMode mode) =>
        mode is CreateMode.PersistentSequential or CreateMode.EphemeralSequential or CreateMode.PersistentSequentialWithTimeToLive;

    internal static OpCode CodeOf(CreateMode mode) => mode switch
    {
        CreateMode.Persistent or CreateMode.Ephemeral or CreateMode.PersistentSequential or CreateMode.EphemeralSequential => OpCode.Create2,
        CreateMode.Container => OpCode.CreateContainer,
        CreateMode.PersistentWithTimeToLive or CreateMode.PersistentSequentialWithTimeToLive => OpCode.CreateTtl,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such mode."),
    };

    internal static void Write(JuteWriter writer, string chroot, string path, ReadOnlySpan<byte> data, CreateMode mode, IReadOnlyList<Acl>? acl, TimeSpan? timeToLive)
    {
        // Digits alone are the whole name: they come behind the slash, not behind the chroot's name.
        writer.WriteString(path == NodePath.Root && IsSequential(mode) ? chroot + path : NodePath.Join(chroot, path));
        writer.WriteBuffer(data);
        Acl.Write(writer, acl ?? Acl.OpenToAll);
        writer.WriteInt((int)mode);
        if (timeToLive is { } life)
            writer.WriteLong((long)life.TotalMilliseconds);
    }
}
