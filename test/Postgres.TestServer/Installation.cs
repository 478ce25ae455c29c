using System.Globalization;

namespace Postgres.TestServer;

/// <summary>Where a machine has PostgreSQL's server.</summary>
public static class Installation
{
    private const string DebianFolder = "/usr/lib/postgresql";

    /// <summary>The user as whom a server runs where this process is root: PostgreSQL refuses to.</summary>
    internal const string User = "postgres";

    /// <summary>Why no server can be started here; null if one can.</summary>
    public static string? Missing { get; } =
        !OperatingSystem.IsLinux() ? "PostgreSQL servers are started on Linux only"
        : FindBinaries() is null ? $"PostgreSQL's server is not installed ({DebianFolder}/*/bin/initdb; Debian package postgresql)"
        : Environment.IsPrivilegedProcess && !File.ReadLines("/etc/passwd").Any(line => line.StartsWith($"{User}:", StringComparison.Ordinal)) ? $"there is no user {User} to run a server as"
        : null;

    /// <summary>The folder of initdb and postgres.</summary>
    public static string Binaries => FindBinaries() ?? throw new InvalidOperationException(Missing);

    private static string? FindBinaries()
    {
        IEnumerable<string> versions = Directory.Exists(DebianFolder) ? Directory.EnumerateDirectories(DebianFolder) : [];
        return versions
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
    }
}
