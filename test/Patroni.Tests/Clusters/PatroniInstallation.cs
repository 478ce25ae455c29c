namespace Patroni.Tests.Clusters;

/// <summary>What a machine needs for a cluster.</summary>
internal static class PatroniInstallation
{
    public const string Program = "/usr/bin/patroni";

    /// <summary>Why no cluster can be started here; null if one can.</summary>
    public static string? Missing { get; } =
        Postgres.TestServer.Installation.Missing
        ?? ZooKeeper.Tests.Servers.Installation.Missing
        ?? (!File.Exists(Program) ? $"Patroni is not installed ({Program}; Debian packages patroni and python3-kazoo)"
            : !Directory.Exists("/usr/lib/python3/dist-packages/kazoo") ? "Patroni can't talk to ZooKeeper (Debian package python3-kazoo)"
            : null);
}
