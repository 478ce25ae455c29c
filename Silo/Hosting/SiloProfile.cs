namespace ShellCorp.Silo.Hosting;

/// <summary>What a silo is made of where its configuration says nothing else: <c>ShellCorp:Profile</c>.</summary>
public enum SiloProfile
{
    /// <summary>Everything in this process's memory.</summary>
    Embedded,

    /// <summary>Servers of their own: membership in ZooKeeper, the log in Kafka.</summary>
    Cluster,
}
