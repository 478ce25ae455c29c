namespace ShellCorp.Cluster.TestSilo.Calls;

/// <summary>The calls that ran in this process: a file of its own, written before a call does anything, so that a kill loses none.</summary>
public sealed class CallLog : IDisposable
{
    private readonly Lock _lock = new();
    private readonly StreamWriter _file;

    /// <summary>Writes into a folder.</summary>
    public CallLog(string folder) => _file = new(Path.Combine(folder, $"{Guid.NewGuid():n}.calls")) { AutoFlush = true };

    /// <summary>All calls that ran, of all processes, as often as they ran.</summary>
    public static IEnumerable<Guid> ReadAll(string folder) => Directory.EnumerateFiles(folder, "*.calls").SelectMany(File.ReadLines).Select(Guid.Parse);

    /// <summary>A call runs.</summary>
    public void Write(Guid call)
    {
        lock (_lock)
            _file.WriteLine(call);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
