using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ShellCorp.Cluster.Tests.Systems;

namespace ShellCorp.Cluster.Tests.Processes;

/// <summary>A silo in a process of its own, with the grains of tests.</summary>
internal sealed class SiloProcess : IAsyncDisposable
{
    private const int KeptLines = 20_000;
    private const int SignalledToStop = 0;
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Cluster.TestSilo.dll");

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private SiloProcess(Process process, string address) => (_process, Address) = (process, address);

    /// <summary>The silo's address without its generation.</summary>
    public string Address { get; }

    public bool HasExited => _process.HasExited;

    /// <summary>The last lines that it wrote.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public static SiloProcess Start(IEnumerable<KeyValuePair<string, string>> settings, int siloPort)
    {
        var start = new ProcessStartInfo("dotnet", [Program]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.WorkingDirectory = AppContext.BaseDirectory;
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var silo = new SiloProcess(new() { StartInfo = start }, string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{siloPort}"));
        silo._process.OutputDataReceived += (_, line) => silo.Keep(line.Data);
        silo._process.ErrorDataReceived += (_, line) => silo.Keep(line.Data);
        silo._process.Start();
        silo._process.BeginOutputReadLine();
        silo._process.BeginErrorReadLine();
        return silo;
    }

    /// <summary>Whether a line with this was written.</summary>
    public bool Says(string text) => _lines.Any(line => line.Contains(text, StringComparison.Ordinal));

    /// <summary>Waits until it serves; false if it has ended instead.</summary>
    public async Task<bool> ServesAsync()
    {
        await Patience.UntilAsync(
            $"silo {Address} to serve", () => Task.FromResult(this), silo => silo.HasExited || silo.Says("Application started."));
        return !HasExited;
    }

    /// <summary>The exit code, once it has ended by itself.</summary>
    public async Task<int> EndsAsync()
    {
        await Patience.UntilAsync($"silo {Address} to end", () => Task.FromResult(this), silo => silo.HasExited);
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Asks it to go (SIGTERM), as an orchestrator does, and waits until it is gone in good order.</summary>
    public async Task DrainAsync()
    {
        using (var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
            await signal.WaitForExitAsync();
        var code = await EndsAsync();
        Assert.True(code == SignalledToStop, $"silo {Address} ended with {code}:{Environment.NewLine}{this}");
    }

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

    private void Keep(string? line)
    {
        if (line is null)
            return;
        _lines.Enqueue(line);
        if (_lines.Count > KeptLines)
            _lines.TryDequeue(out _);
    }
}
