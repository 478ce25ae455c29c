namespace ZooKeeper.Tests.Servers;

/// <summary>Where a Debian machine has ZooKeeper.</summary>
internal static class Installation
{
    private const string Jar = "/usr/share/java/zookeeper.jar";

    internal const string ClassPath = $"{Jar}:/usr/share/java/slf4j-simple.jar";

    /// <summary>Why no server can be started here; null if one can.</summary>
    internal static string? Missing { get; } =
        !OperatingSystem.IsLinux() ? "ZooKeeper servers are started on Linux only"
        : !File.Exists(Jar) ? $"ZooKeeper is not installed ({Jar}; Debian package zookeeper)"
        : Java is null ? "Java is not installed (Debian package default-jre-headless)"
        : null;

    internal static string? Java => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "java")).FirstOrDefault(File.Exists);
}
