using System.Xml.Linq;

namespace ShellCorp.Architecture.Tests;

/// <summary>The solution's projects and their direct references, read from the project files.</summary>
internal sealed record ProjectGraph(string Root, IReadOnlyDictionary<string, IReadOnlyCollection<string>> References)
{
    public static ProjectGraph Read()
    {
        var root = FindRoot();
        var projects = Directory.EnumerateFiles(root, "*.csproj", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToDictionary(
                file => Path.GetFileNameWithoutExtension(file),
                file => (IReadOnlyCollection<string>)[.. XDocument.Load(file).Descendants("ProjectReference").Select(NameOf)]);
        return new(root, projects);
    }

    private static string NameOf(XElement reference) => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ShellCorp.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No ShellCorp.sln above {AppContext.BaseDirectory}.");
    }
}
