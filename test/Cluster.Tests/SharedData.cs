namespace ShellCorp.Cluster.Tests;

/// <summary>Data that lies beside the checkout, where it does.</summary>
internal static class SharedData
{
    /// <summary>The folder <c>shared/data/name</c> in a folder above the test's own, or null.</summary>
    public static string? Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data", name);
            if (Directory.Exists(data))
                return data;
        }

        return null;
    }
}
