using System.Collections.Concurrent;
using System.Diagnostics;

namespace Postgres.TestServer;

/// <summary>
/// A shell script that ends when this process does, however that ends: it waits on its standard input, whose other end this process holds.
/// </summary>
public sealed class GuardedProcess : IAsyncDisposable
{
    private const int KeptLines = 80;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private GuardedProcess(Process process) => _process = process;

    /// <summary>Whether the script has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>The last lines that it wrote.</summary>
    public string Log => string.Join(Environment.NewLine, _lines);

    /// <summary>Runs a script of <c>sh</c> as a user who isn't root; <c>$1</c>, <c>$2</c>, … are the arguments.</summary>
    public static GuardedProcess Start(string script, params string[] arguments)
    {
        string[] command = ["sh", "-c", script, "sh", .. arguments];
        if (Environment.IsPrivilegedProcess)
            command = ["setpriv", $"--reuid={Installation.User}", $"--regid={Installation.User}", "--init-groups", .. command];
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        var guarded = new GuardedProcess(new() { StartInfo = start });
        guarded._process.OutputDataReceived += (_, line) => guarded.Keep(line.Data);
        guarded._process.ErrorDataReceived += (_, line) => guarded.Keep(line.Data);
        guarded._process.Start();
        guarded._process.BeginOutputReadLine();
        guarded._process.BeginErrorReadLine();
        return guarded;
    }

    /// <summary>Waits until the script has ended by itself.</summary>
    public Task WaitAsync() => _process.WaitForExitAsync();

    /// <summary>Lets the script end, and waits for it.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
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
