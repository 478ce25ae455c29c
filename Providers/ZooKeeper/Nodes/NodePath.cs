namespace ZooKeeper.Client;

internal static class NodePath
{
    internal const string Root = "/";

    /// <summary>Refuses what the server would refuse, before it costs a round trip.</summary>
    internal static void Validate(string path, bool sequential = false, string parameter = "path")
    {
        ArgumentNullException.ThrowIfNull(path, parameter);
        if (path.Length == 0 || path[0] != '/')
            throw Invalid(path, "it must start with '/'", parameter);
        // The digits that the server appends complete a sequential name, even an empty one.
        var completed = sequential ? path + "0" : path;
        if (completed.Length > 1 && completed[^1] == '/')
            throw Invalid(path, "it must not end with '/'", parameter);
        foreach (var name in completed.Split('/').Skip(1))
        {
            if (name.Length == 0 && completed.Length > 1)
                throw Invalid(path, "it has an empty name", parameter);
            if (name is "." or "..")
                throw Invalid(path, "names can't be relative", parameter);
            if (name.AsSpan().IndexOfAnyInRange('\ud800', '\uf8ff') >= 0 || name.Any(character => char.IsControl(character) || character >= '\ufff0'))
                throw Invalid(path, "it has a character that ZooKeeper refuses", parameter);
        }
    }

    internal static string Join(string chroot, string path) => path == Root ? (chroot.Length == 0 ? Root : chroot) : chroot + path;

    /// <summary>The inverse of <see cref="Join"/>; a path outside the chroot stays as it is.</summary>
    internal static string Strip(string chroot, string serverPath) =>
        chroot.Length == 0 ? serverPath
        : serverPath == chroot ? Root
        : serverPath.StartsWith(chroot + '/', StringComparison.Ordinal) ? serverPath[chroot.Length..]
        : serverPath;

    /// <summary>The node and all that are above it, the topmost first: <c>/a</c>, <c>/a/b</c>; none for the root.</summary>
    internal static IEnumerable<string> Lineage(string path)
    {
        for (var slash = path.IndexOf('/', 1); slash > 0; slash = path.IndexOf('/', slash + 1))
            yield return path[..slash];
        if (path != Root)
            yield return path;
    }

    private static ArgumentException Invalid(string path, string reason, string parameter) =>
        new($"'{path}' is not the path of a ZooKeeper node: {reason}.", parameter);
}
