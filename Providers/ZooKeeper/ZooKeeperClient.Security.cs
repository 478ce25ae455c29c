using ZooKeeper.Client.Wire;

namespace ZooKeeper.Client;

public sealed partial class ZooKeeperClient
{
    /// <summary>Adds an identity to the session, for all later operations and connections. None can be taken away.</summary>
    /// <exception cref="AuthenticationFailedException">The server refuses it. The client is of no use any more.</exception>
    public Task AddCredentialsAsync(Credentials credentials, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        _session.Remember(credentials);
        return _session.SendAsync(Requests.Authenticate(credentials, belongsToConnection: false), cancellationToken);
    }

    /// <summary>Reads a node's access list and stat.</summary>
    /// <exception cref="NoNodeException">It isn't there.</exception>
    /// <exception cref="NoAuthException">Its ACL doesn't allow it.</exception>
    public Task<NodeAcl> GetAclAsync(string path, CancellationToken cancellationToken = default)
    {
        static NodeAcl Decode(ErrorCode error, ref JuteReader body) => new(Acl.Read(ref body), NodeStat.Read(ref body));
        return _session.SendAsync(new Request<NodeAcl>(OpCode.GetAcl, path, Requests.Path(OpCode.GetAcl, Server(path)), Decode) { Repeatable = true }, cancellationToken);
    }

    /// <summary>Sets a node's access list. A write: never sent twice.</summary>
    /// <param name="path">The node.</param>
    /// <param name="acl">The list.</param>
    /// <param name="aclVersion">The <see cref="NodeStat.AclVersion"/> it must have; <see cref="AnyVersion"/> for any.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The stat afterwards.</returns>
    /// <exception cref="NoNodeException">It isn't there.</exception>
    /// <exception cref="BadVersionException">It has another version.</exception>
    /// <exception cref="NoAuthException">Its ACL doesn't allow it.</exception>
    /// <exception cref="InvalidAclException">The access list is none.</exception>
    public Task<NodeStat> SetAclAsync(string path, IReadOnlyList<Acl> acl, int aclVersion = AnyVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(acl);
        var writer = RequestFrame.Begin(OpCode.SetAcl);
        writer.WriteString(Server(path));
        Acl.Write(writer, acl);
        writer.WriteInt(aclVersion);
        return _session.SendAsync(new Request<NodeStat>(OpCode.SetAcl, path, writer.ToFrame(), (_, ref body) => NodeStat.Read(ref body)), cancellationToken);
    }
}
