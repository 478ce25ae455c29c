using System.Security.Cryptography.X509Certificates;

namespace Riak.TestServer.Cluster;

/// <summary>Makes a cluster answer only over TLS and to users it knows.</summary>
/// <param name="Certificate">The nodes' certificate, with its key.</param>
/// <param name="Users">Passwords by name.</param>
public sealed record RiakTestSecurity(X509Certificate2 Certificate, IReadOnlyDictionary<string, string> Users);
