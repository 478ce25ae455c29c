using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Postgres.TestServer;

/// <summary>
/// A real server on a free loopback port, with data of its own under the temporary path. It is gone with this process, even if that is killed.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    // Standard input ends when whoever started it is gone; then the server is stopped at once and its data removed. A server that has ended by
    // itself leaves its data for the next start.
    private const string Run = """
        folder=$1; port=$2; bin=$3; shift 3
        mkdir -p -m 700 "$folder" || exit 1
        if [ ! -e "$folder/data/PG_VERSION" ]; then
            "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log"; exit 1; }
        fi
        exec 3<&0
        "$bin/postgres" -D "$folder/data" -p "$port" -k "$folder" -c listen_addresses=127.0.0.1 -c max_connections=300 "$@" </dev/null 3<&- &
        server=$!
        ( read -r _ <&3; touch "$folder/unguarded"; kill -QUIT "$server" ) >/dev/null 2>&1 &
        guard=$!
        wait "$server"
        if [ -e "$folder/unguarded" ]; then rm -rf "$folder"; else kill "$guard"; exit 3; fi
        """;

    private const int Tries = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"postgres-{Guid.NewGuid():n}");
    private readonly string[] _settings;
    private GuardedProcess? _process;
    private int _databases;

    private PostgresServer(int port, string[] settings) => (Port, _settings) = (port, settings);

    /// <summary>Its port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Connects to the database <c>postgres</c> as the superuser; there is no password.</summary>
    public string ConnectionString => ConnectionStringOf("postgres");

    /// <summary>What the server wrote last.</summary>
    public string Log => _process?.Log ?? "";

    /// <summary>Starts one and waits until it answers.</summary>
    /// <param name="settings">Settings as <c>name=value</c>, on top of PostgreSQL's own.</param>
    public static async Task<PostgresServer> StartAsync(params string[] settings)
    {
        for (var attempt = 1; ; attempt++)
        {
            var server = new PostgresServer(FreePort(), settings);
            try
            {
                await server.StartAgainAsync();
                return server;
            }
            catch (ServerEndedException) when (attempt < Tries)
            {
                // Somebody was faster at the port.
                await server.DisposeAsync();
            }
        }
    }

    /// <summary>A new database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // A number made above; a name can't be a parameter.
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        return ConnectionStringOf(name);
    }

    /// <summary>Starts the server on the data that it left.</summary>
    public async Task StartAgainAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _process = GuardedProcess.Start(Run, [_folder, Port.ToString(CultureInfo.InvariantCulture), Installation.Binaries, .. _settings.SelectMany(setting => (string[])["-c", setting])]);
        await AnswersAsync();
    }

    /// <summary>Kills the server as a power cut would (SIGKILL to its main process; the others follow).</summary>
    public async Task KillAsync()
    {
        using (var main = Process.GetProcessById(MainProcessId()))
            main.Kill();
        await _process!.WaitAsync();
    }

    /// <summary>Stops the server in order; connections are closed.</summary>
    public async Task StopAsync()
    {
        using (var order = Process.Start("kill", ["-INT", MainProcessId().ToString(CultureInfo.InvariantCulture)]))
            await order.WaitForExitAsync();
        await _process!.WaitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private int MainProcessId() => int.Parse(File.ReadLines(Path.Combine(_folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private string ConnectionStringOf(string database) =>
        new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = Port, Database = database, Username = "postgres", GssEncryptionMode = GssEncryptionMode.Disable }.ConnectionString;

    private async Task AnswersAsync()
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection($"{ConnectionString};Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException notYet)
            {
                if (_process!.HasExited)
                    throw new ServerEndedException(Log);
                if (TimeProvider.System.GetElapsedTime(since) > Patience)
                    throw new TimeoutException($"expected PostgreSQL to answer on port {Port} within {Patience}, saw {notYet.Message}; its log:{Environment.NewLine}{Log}", notYet);
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
