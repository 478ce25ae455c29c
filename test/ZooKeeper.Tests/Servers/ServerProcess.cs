using System.Collections.Concurrent;
using System.Diagnostics;

namespace ZooKeeper.Tests.Servers;

/// <summary>A Java process with one ZooKeeper server.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const int KeptLines = 60;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private ServerProcess(Process process)
    {
        _process = process;
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    internal int Id => _process.Id;

    internal bool HasExited => _process.HasExited;

    /// <summary>The last lines of its log.</summary>
    internal string Log => string.Join(Environment.NewLine, _lines);

    internal static ServerProcess Start(string configuration, IEnumerable<string> properties)
    {
        string[] arguments =
        [
            "-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp", Installation.ClassPath,
            // A test's server may lose its data with the machine, not with its process.
            "-Dzookeeper.forceSync=no", "-Dzookeeper.preAllocSize=1024", "-Dzookeeper.admin.enableServer=false",
            .. properties.Select(property => $"-D{property}"),
            "org.apache.zookeeper.server.quorum.QuorumPeerMain", configuration,
        ];
        var start = new ProcessStartInfo(Installation.Java!, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.WorkingDirectory = Path.GetDirectoryName(configuration)!;
        var server = new ServerProcess(new Process { StartInfo = start });
        server._process.OutputDataReceived += (_, line) => server.Keep(line.Data);
        server._process.ErrorDataReceived += (_, line) => server.Keep(line.Data);
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        return server;
    }

    internal async Task KillAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private void OnExit(object? sender, EventArgs exit)
    {
        if (!_process.HasExited)
            _process.Kill();
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
