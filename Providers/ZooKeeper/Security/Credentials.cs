using System.Text;

namespace ZooKeeper.Client;

/// <summary>An identity for a session. It is given to the server anew on each connection. Its text form doesn't tell the secret.</summary>
public sealed class Credentials
{
    /// <summary>Credentials of any scheme that the server has a provider for.</summary>
    /// <param name="scheme">The scheme's name, for example <c>digest</c>.</param>
    /// <param name="data">What the scheme takes.</param>
    public Credentials(string scheme, ReadOnlyMemory<byte> data)
    {
        ArgumentException.ThrowIfNullOrEmpty(scheme);
        (Scheme, Data) = (scheme, data);
    }

    /// <summary>The scheme's name.</summary>
    public string Scheme { get; }

    internal ReadOnlyMemory<byte> Data { get; }

    /// <summary>A user and password. They cross the network in clear unless the connection is TLS.</summary>
    /// <exception cref="ArgumentException">The user is empty or has a colon.</exception>
    public static Credentials Digest(string user, string password)
    {
        ArgumentException.ThrowIfNullOrEmpty(user);
        ArgumentNullException.ThrowIfNull(password);
        if (user.Contains(':', StringComparison.Ordinal))
            throw new ArgumentException("The user of a digest can't have a colon, which ends it.", nameof(user));
        return new("digest", Encoding.UTF8.GetBytes($"{user}:{password}"));
    }

    /// <summary>The scheme only.</summary>
    public override string ToString() => $"{Scheme} credentials";
}
