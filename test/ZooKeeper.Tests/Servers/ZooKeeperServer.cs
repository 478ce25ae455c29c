using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ZooKeeper.Tests.Servers;

/// <summary>A real server on a loopback port, with a folder of its own under the temporary path.</summary>
internal sealed class ZooKeeperServer : IAsyncDisposable
{
    /// <summary>The server's tick; a session lasts at least two.</summary>
    internal static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);

    private const int Tries = 5;
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("zookeeper-").FullName;
    private readonly ServerSettings _settings;
    private ServerProcess? _process;

    private ZooKeeperServer(int port, int id, IEnumerable<string> members, ServerSettings settings)
    {
        (Port, _settings) = (port, settings);
        string[] lines =
        [
            $"tickTime={Tick.TotalMilliseconds}", "initLimit=20", "syncLimit=6", $"dataDir={_folder}/data", $"clientPort={port}",
            "clientPortAddress=127.0.0.1", "maxClientCnxns=0", "maxSessionTimeout=60000", "4lw.commands.whitelist=*", .. members, .. settings.Lines,
        ];
        Directory.CreateDirectory($"{_folder}/data");
        File.WriteAllLines(Configuration, lines);
        File.WriteAllText($"{_folder}/data/myid", id.ToString(CultureInfo.InvariantCulture));
    }

    internal int Port { get; }

    internal string ConnectionString => $"127.0.0.1:{Port}";

    private string Configuration => $"{_folder}/zoo.cfg";

    /// <summary>A server that stands alone, once it serves.</summary>
    internal static async Task<ZooKeeperServer> StartAsync(ServerSettings? settings = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            var server = new ZooKeeperServer(FreePorts.Take(1)[0], id: 1, members: [], settings ?? ServerSettings.Usual);
            try
            {
                await server.StartAgainAsync();
                return server;
            }
            catch (ServerExitedException) when (attempt < Tries)
            {
                // Somebody was faster at the port.
                await server.DisposeAsync();
            }
        }
    }

    internal static ZooKeeperServer OfEnsemble(int port, int id, IEnumerable<string> members, ServerSettings settings) => new(port, id, members, settings);

    internal void Start() => _process = ServerProcess.Start(Configuration, _settings.Properties);

    /// <summary>Starts the process, with the data that it left, and waits until it serves.</summary>
    internal async Task StartAgainAsync()
    {
        Start();
        await ServesAsync();
    }

    /// <summary>Waits until it serves; its mode.</summary>
    internal async Task<string> ServesAsync()
    {
        try
        {
            var answer = await Eventually.ReachAsync($"server {Port} to serve", () => AskAsync("srvr"), answer => answer.Contains("Mode: ", StringComparison.Ordinal));
            return answer.Split("Mode: ")[1].Split('\n')[0];
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message}; its log:{Environment.NewLine}{_process!.Log}", late);
        }
    }

    /// <summary>The answer to a four-letter word; empty if there is none.</summary>
    internal async Task<string> AskAsync(string word)
    {
        if (_process!.HasExited)
            throw new ServerExitedException(_process.Log);
        // A paused server takes the connection and says nothing.
        using var limit = new CancellationTokenSource(AnswerLimit);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port, limit.Token);
            await using var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(word), limit.Token);
            using var reader = new StreamReader(stream);
            return await reader.ReadToEndAsync(limit.Token);
        }
        catch (Exception failure) when (failure is SocketException or IOException or OperationCanceledException)
        {
            return "";
        }
    }

    /// <summary>Like <see cref="AskAsync"/>, but a server that was killed answers nothing.</summary>
    internal Task<string> AskIfAliveAsync(string word) => _process!.HasExited ? Task.FromResult("") : AskAsync(word);

    internal Task KillAsync() => _process!.KillAsync();

    internal void Pause() => Signal.Pause(_process!.Id);

    internal void Resume() => Signal.Resume(_process!.Id);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.KillAsync();
            _process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
