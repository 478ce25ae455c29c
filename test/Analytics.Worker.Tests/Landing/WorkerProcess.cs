using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using ShellCorp.Analytics.Landing;

namespace ShellCorp.Analytics.Tests.Landing;

/// <summary>A worker in a process of its own, which can be killed.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly string _output;
    private readonly HttpClient _http = new();

    public WorkerProcess(TestLog log, string folder, params (string Key, string Value)[] settings)
    {
        _output = Path.Combine(folder, $"worker-{Guid.NewGuid():n}.log");
        _http.BaseAddress = new($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("sh", ["-c", $"exec dotnet {typeof(LandingService).Assembly.Location} > {_output} 2>&1"]) { WorkingDirectory = folder };
        start.Environment["ASPNETCORE_URLS"] = _http.BaseAddress.ToString();
        foreach (var (key, value) in TestWorker.Settings(log, folder, settings))
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        _process = Process.Start(start)!;
    }

    /// <summary>What it has told.</summary>
    public string Output => File.Exists(_output) ? File.ReadAllText(_output) : "";

    /// <summary>How many records the ledger has, or null while it can't be asked.</summary>
    public async Task<long?> LoadedAsync()
    {
        try
        {
            var report = await _http.GetFromJsonAsync<JsonElement>(new Uri("/reports/freshness", UriKind.Relative));
            return report.GetProperty("items").EnumerateArray().Sum(item => item.GetProperty("nextOffset").GetInt64());
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
        _http.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
