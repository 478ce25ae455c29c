namespace ZooKeeper.Tests.Servers;

/// <summary>Where a Debian machine has ZooKeeper.</summary>
internal static class Installation
{
    private const string Folder = "/usr/share/java";
    private const string Jar = $"{Folder}/zookeeper.jar";

    // Debian's manifest forgets those of Netty's parts that a server needs to listen for TLS.
    internal const string ClassPath = $"{Jar}:{Folder}/slf4j-simple.jar:{Folder}/netty-codec.jar:{Folder}/netty-resolver.jar:{Folder}/netty-transport-native-unix-common.jar";

    /// <summary>Why no server can be started here; null if one can.</summary>
    internal static string? Missing { get; } =
        !OperatingSystem.IsLinux() ? "ZooKeeper servers are started on Linux only"
        : !File.Exists(Jar) ? $"ZooKeeper is not installed ({Jar}; Debian package zookeeper)"
        : Java is null ? "Java is not installed (Debian package default-jre-headless)"
        : null;

    internal static string? Java => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "java")).FirstOrDefault(File.Exists);
}
