using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using ZooKeeper.Client.Wire;

namespace ZooKeeper.Client;

/// <summary>One entry of a node's access list. Lists are not inherited by children.</summary>
/// <param name="Permissions">What is allowed.</param>
/// <param name="Scheme">How the identity is told: <c>world</c>, <c>auth</c>, <c>digest</c>, <c>ip</c>, <c>x509</c>, …</param>
/// <param name="Id">Who, in the scheme's form.</param>
public readonly record struct Acl(Permissions Permissions, string Scheme, string Id)
{
    /// <summary>Everybody may do everything.</summary>
    public static ImmutableArray<Acl> OpenToAll { get; } = [Anyone(Permissions.All)];

    /// <summary>Whoever creates the node, by each identity its session has, may do everything. The server replaces it by those identities.</summary>
    public static ImmutableArray<Acl> CreatorOnly { get; } = [new(Permissions.All, "auth", "")];

    /// <summary>An entry for everybody.</summary>
    public static Acl Anyone(Permissions permissions) => new(permissions, "world", "anyone");

    /// <summary>An entry for a user and password. ZooKeeper's digest is SHA-1, unsalted: the node's administrator can read it.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "The server's digest scheme is defined as SHA-1.")]
    public static Acl Digest(Permissions permissions, string user, string password)
    {
        var digest = Convert.ToBase64String(SHA1.HashData(Encoding.UTF8.GetBytes($"{user}:{password}")));
        return new(permissions, "digest", $"{user}:{digest}");
    }

    internal static void Write(JuteWriter writer, IReadOnlyCollection<Acl> list)
    {
        writer.WriteInt(list.Count);
        foreach (var (permissions, scheme, id) in list)
        {
            writer.WriteInt((int)permissions);
            writer.WriteString(scheme);
            writer.WriteString(id);
        }
    }

    internal static ImmutableArray<Acl> Read(ref JuteReader reader)
    {
        var list = ImmutableArray.CreateBuilder<Acl>(reader.ReadCount(3 * sizeof(int)));
        for (var i = list.Capacity; i > 0; i--)
            list.Add(new((Permissions)reader.ReadInt(), reader.ReadString(), reader.ReadString()));
        return list.MoveToImmutable();
    }
}
