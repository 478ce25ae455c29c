using System.Reflection;

namespace Oltp.Migrations;

/// <summary>The steps of one schema. Several schemas can live in one database: each has a journal and a lock of its own.</summary>
/// <param name="Name">The schema's name, in lower-case letters, digits and underscores; the journal is the table <c>migrations_{name}</c>.</param>
/// <param name="Steps">The steps, in order.</param>
public sealed record MigrationSet(string Name, IReadOnlyList<Migration> Steps)
{
    /// <summary>The steps that an assembly carries as embedded resources named <c>{prefix}/{step}.sql</c>.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static MigrationSet FromResources(string name, Assembly assembly, string prefix)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var steps = assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith($"{prefix}/", StringComparison.Ordinal) && resource.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(resource => new Migration(Path.GetFileNameWithoutExtension(resource), Read(assembly, resource)))
            .ToList();
        return steps.Count > 0
            ? new(name, steps)
            : throw new ArgumentException($"{assembly.GetName().Name} has no embedded resource '{prefix}/*.sql'.", nameof(prefix));
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
