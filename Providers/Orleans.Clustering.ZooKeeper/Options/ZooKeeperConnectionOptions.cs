using System.ComponentModel.DataAnnotations;
using ZooKeeper.Client;

namespace Orleans.Configuration;

/// <summary>How to reach ZooKeeper. Clients and tables of one process with the same values share one session.</summary>
public abstract class ZooKeeperConnectionOptions
{
    /// <summary>The ensemble: <c>host:port,host:port/chroot</c>. The chroot is created if it isn't there. No default.</summary>
    [Redact]
    [Required]
    public string ConnectionString { get; set; } = null!;

    /// <summary>
    /// How long the ensemble keeps the session without hearing from it, and how long an operation waits for a connection when there is none. Liveness
    /// of silos doesn't depend on it. From 1 s to 10 min. Default 10 s.
    /// </summary>
    public TimeSpan SessionTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The user of the digest that the cluster's nodes belong to. Default null: nodes are open to everybody who reaches ZooKeeper.</summary>
    public string? DigestUser { get; set; }

    /// <summary>The password of <see cref="DigestUser"/>, which it needs.</summary>
    [Redact]
    public string? DigestPassword { get; set; }

    /// <summary>TLS. Default null: none, and the digest crosses the network in clear.</summary>
    public ZooKeeperTlsOptions? Tls { get; set; }
}
