using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ShellCorp.Cluster.Tests.Systems;

namespace ShellCorp.Cluster.Tests.Processes;

/// <summary>A silo or a web server in a process of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const int KeptLines = 20_000;
    private const int SignalledToStop = 0;
    private const string Admin = "Health and metrics at ";

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>The folder that the next version's project builds into, as this one does into <c>bin/(configuration)/(framework)</c>.</summary>
    private static string NextFolder
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            return Path.Combine(own.Parent!.Parent!.Parent!.Parent!.FullName, "Cluster.NextSilo", "bin", own.Parent.Name, own.Name);
        }
    }

    private HostProcess(Process process, string address) => (_process, Address) = (process, address);

    /// <summary>A silo's address without its generation; a web server's address.</summary>
    public string Address { get; }

    /// <summary>Where it answers its operators; null before it does, which it must be set to.</summary>
    public Uri? AdminAddress => _lines.FirstOrDefault(line => line.Contains(Admin, StringComparison.Ordinal)) is { } line ? new(line.Split(Admin)[1]) : null;

    public bool HasExited => _process.HasExited;

    /// <summary>The last lines that it wrote.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>A silo with the grains of tests.</summary>
    /// <param name="settings">Its settings.</param>
    /// <param name="siloPort">Its port.</param>
    /// <param name="isNext">Whether it is a silo of the next version.</param>
    public static HostProcess StartSilo(IEnumerable<KeyValuePair<string, string>> settings, int siloPort, bool isNext = false) =>
        Start(Path.Combine(isNext ? NextFolder : AppContext.BaseDirectory, "Cluster.TestSilo.dll"), settings, string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{siloPort}"));

    /// <summary>A web server.</summary>
    public static HostProcess StartWeb(IEnumerable<KeyValuePair<string, string>> settings) =>
        Start(Path.Combine(AppContext.BaseDirectory, "ShellCorp.Client.Web.dll"), settings.Append(new("ASPNETCORE_URLS", "http://127.0.0.1:0")), "web");

    /// <summary>Whether a line with this was written.</summary>
    public bool Says(string text) => _lines.Any(line => line.Contains(text, StringComparison.Ordinal));

    /// <summary>Waits until it serves; false if it has ended instead.</summary>
    public async Task<bool> ServesAsync()
    {
        await Patience.UntilAsync(
            $"{Address} to serve", () => Task.FromResult(this), host => host.HasExited || host.Says("Application started."));
        return !HasExited;
    }

    /// <summary>The exit code, once it has ended by itself.</summary>
    public async Task<int> EndsAsync()
    {
        await Patience.UntilAsync($"{Address} to end", () => Task.FromResult(this), host => host.HasExited);
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Asks it to go (SIGTERM), as an orchestrator does, and waits until it is gone in good order.</summary>
    public async Task DrainAsync()
    {
        await TellToGoAsync();
        var code = await EndsAsync();
        Assert.True(code == SignalledToStop, $"{Address} ended with {code}:{Environment.NewLine}{this}");
    }

    /// <summary>Asks it to go (SIGTERM).</summary>
    public Task TellToGoAsync() => SignalAsync("-TERM");

    /// <summary>Stops it where it stands (SIGSTOP).</summary>
    public Task FreezeAsync() => SignalAsync("-STOP");

    /// <summary>Lets it go on from where it stood (SIGCONT).</summary>
    public Task ThawAsync() => SignalAsync("-CONT");

    /// <summary>Kills it (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>What it wrote last.</summary>
    public override string ToString() => string.Join(Environment.NewLine, _lines.TakeLast(60));

    public async ValueTask DisposeAsync()
    {
        if (!HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private static HostProcess Start(string program, IEnumerable<KeyValuePair<string, string>> settings, string address)
    {
        var start = new ProcessStartInfo("dotnet", [program]);
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        start.WorkingDirectory = Path.GetDirectoryName(program);
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var host = new HostProcess(new() { StartInfo = start }, address);
        host._process.OutputDataReceived += (_, line) => host.Keep(line.Data);
        host._process.ErrorDataReceived += (_, line) => host.Keep(line.Data);
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        _lines.Enqueue(line);
        if (_lines.Count > KeptLines)
            _lines.TryDequeue(out _);
    }
}
