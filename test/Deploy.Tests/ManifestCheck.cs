using System.Diagnostics;
using System.Text.Json;

namespace ShellCorp.Deploy.Tests;

/// <summary>The manifests' own check with its packages installed, in a folder of its own.</summary>
public sealed class ManifestCheck : IAsyncLifetime
{
    // npm's codes for a registry that can't be reached.
    private static readonly string[] Unreachable = ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH", "EHOSTUNREACH"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shellcorp-");
    private string? _missing;

    internal static bool IsAvailable { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "npm")));

    /// <summary>Where the manifests are.</summary>
    internal static string Manifests { get; } = FindManifests();

    private string Check => Path.Combine(_folder.FullName, "check");

    public async ValueTask InitializeAsync()
    {
        if (!IsAvailable)
            return;
        Copy(Path.Combine(Manifests, "check"), Check, "*.*");
        var (code, output) = await RunAsync("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        if (code != 0 && Unreachable.FirstOrDefault(output.Contains) is { } reason)
            _missing = $"the schemas can't be had: npm's registry can't be reached ({reason})";
        else
            Assert.True(code == 0, output);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Checks a folder of manifests; the exit code, and all that was said.</summary>
    /// <remarks>Skips the test that asks where the schemas can't be had.</remarks>
    internal Task<(int Code, string Output)> RunAsync(string manifests)
    {
        Assert.SkipWhen(_missing is not null, _missing ?? "");
        return RunAsync("node", "check.mjs", manifests);
    }

    /// <summary>A copy of the manifests with one text replaced in one file.</summary>
    internal string With(string file, string text, string replacement)
    {
        var copy = _folder.CreateSubdirectory(Path.GetRandomFileName()).FullName;
        Copy(Manifests, copy, "*.yaml");
        var path = Path.Combine(copy, file);
        var before = File.ReadAllText(path);
        Assert.Contains(text, before, StringComparison.Ordinal);
        File.WriteAllText(path, before.Replace(text, replacement, StringComparison.Ordinal));
        return copy;
    }

    /// <summary>The manifests as JSON.</summary>
    internal async Task<IReadOnlyList<JsonElement>> ReadAsync()
    {
        var (code, output) = await RunAsync(Manifests);
        Assert.True(code == 0, output);
        return [.. output.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("manifest"))];
    }

    private static void Copy(string from, string to, string pattern)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, pattern))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private static string FindManifests()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ShellCorp.sln")))
                return Path.Combine(folder.FullName, "deploy", "kubernetes");
        }

        throw new DirectoryNotFoundException($"There is no ShellCorp.sln above {AppContext.BaseDirectory}.");
    }

    private async Task<(int Code, string Output)> RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = Check, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(texts));
    }
}
