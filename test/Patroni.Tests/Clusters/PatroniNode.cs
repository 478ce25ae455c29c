using System.Diagnostics;
using System.Globalization;
using Npgsql;
using ZooKeeper.Tests.Servers;

namespace Patroni.Tests.Clusters;

/// <summary>
/// A member: Patroni and its PostgreSQL, behind gates. <see cref="Clients"/> is the way of clients and of replication from it, <see cref="Rest"/> that of its peers to its
/// REST, <see cref="ZooKeeper"/> its own way to ZooKeeper.
/// </summary>
internal sealed class PatroniNode : IAsyncDisposable
{
    private readonly string _folder;
    private readonly int _serverPort;
    private readonly int _restPort;
    private Process? _process;

    public PatroniNode(string scope, int number, string folder, int zooKeeperPort)
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"{scope}{number}");
        _folder = folder;
        var ports = FreePorts.Take(2);
        (_serverPort, _restPort) = (ports[0], ports[1]);
        (Clients, Rest, ZooKeeper) = (new(_serverPort), new(_restPort), new(zooKeeperPort));
        File.WriteAllText($"{folder}/node.yml", Configuration(scope));
    }

    public string Name { get; }

    public Gate Clients { get; }

    public Gate Rest { get; }

    public Gate ZooKeeper { get; }

    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Its PostgreSQL itself, past the gates.</summary>
    public string DirectConnectionString => $"Host=127.0.0.1;Port={_serverPort};Database=postgres;Username=postgres;Pooling=false;GSS Encryption Mode=Disable;Timeout=5;Command Timeout=5";

    public string Log => File.Exists($"{_folder}/log") ? string.Join('\n', File.ReadLines($"{_folder}/log").TakeLast(40)) : "";

    /// <summary>What its PostgreSQL has logged.</summary>
    public IEnumerable<string> ServerLog => File.ReadLines($"{_folder}/log");

    public void Start()
    {
        string[] command = ["sh", "-c", "echo $$ >\"$1/patroni.pid\"; exec \"$0\" \"$1/node.yml\" >>\"$1/log\" 2>&1", PatroniInstallation.Program, _folder];
        if (Environment.IsPrivilegedProcess)
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", .. command];
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { WorkingDirectory = "/" };
        start.Environment["LC_ALL"] = "C.UTF-8";
        _process = Process.Start(start)!;
    }

    /// <summary>Kills Patroni and its PostgreSQL as a power cut would.</summary>
    public async Task KillAsync()
    {
        KillPatroni();
        await _process!.WaitForExitAsync();
        // Whoever has taken it over may never ask how it ended, so there is no end to wait for.
        if (ServerProcessId() is { } server)
            Find(server)?.Kill();
    }

    /// <summary>Stops Patroni from running on (SIGSTOP); its PostgreSQL goes on, and nobody demotes it.</summary>
    public void Freeze() => Signal.Pause(_process!.Id);

    public void Thaw() => Signal.Resume(_process!.Id);

    /// <summary>Drops whatever goes between it and ZooKeeper, and between it and its peers' REST, both ways.</summary>
    public void CutOff(IEnumerable<PatroniNode> peers)
    {
        ZooKeeper.Close();
        Rest.Close();
        foreach (var peer in peers)
            peer.Rest.Close();
    }

    public void Reconnect(IEnumerable<PatroniNode> peers)
    {
        ZooKeeper.Open();
        Rest.Open();
        foreach (var peer in peers)
            peer.Rest.Open();
    }

    /// <summary>One value from its PostgreSQL, past the gates; null if it doesn't answer.</summary>
    public async Task<T?> AskAsync<T>(string sql)
        where T : struct
    {
        try
        {
            await using var connection = new NpgsqlConnection(DirectConnectionString);
            await connection.OpenAsync();
#pragma warning disable CA2100 // The test's own statement.
            await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
            return (T?)await command.ExecuteScalarAsync();
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
            await KillAsync();
        _process?.Dispose();
        await Clients.DisposeAsync();
        await Rest.DisposeAsync();
        await ZooKeeper.DisposeAsync();
    }

    private static Process? Find(int id)
    {
        try
        {
            return Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private void KillPatroni()
    {
        if (IsRunning)
            _process!.Kill();
    }

    private int? ServerProcessId() =>
        File.Exists($"{_folder}/data/postmaster.pid") && int.TryParse(File.ReadLines($"{_folder}/data/postmaster.pid").FirstOrDefault(), CultureInfo.InvariantCulture, out var id) ? id : null;

    private string Configuration(string scope) => $$"""
        scope: {{scope}}
        namespace: /shellcorp/postgres/
        name: {{Name}}
        restapi:
          listen: 127.0.0.1:{{_restPort}}
          connect_address: 127.0.0.1:{{Rest.Port}}
        zookeeper:
          hosts: ['127.0.0.1:{{ZooKeeper.Port}}']
          use_ssl: false
        bootstrap:
          dcs:
            ttl: 10
            loop_wait: 2
            retry_timeout: 4
            synchronous_mode: true
            synchronous_mode_strict: true
            failsafe_mode: true
            postgresql:
              use_pg_rewind: true
              parameters:
                max_connections: 100
                shared_buffers: 16MB
                wal_keep_size: 128MB
                log_connections: 'on'
          initdb: [{encoding: UTF8}, {locale: C.UTF-8}, data-checksums, no-sync]
          pg_hba:
          - local all all trust
          - host all all 127.0.0.1/32 trust
          - host replication all 127.0.0.1/32 trust
        postgresql:
          listen: 127.0.0.1:{{_serverPort}}
          connect_address: 127.0.0.1:{{Clients.Port}}
          bin_dir: {{Postgres.TestServer.Installation.Binaries}}
          data_dir: {{_folder}}/data
          pgpass: {{_folder}}/pgpass
          use_unix_socket: false
          authentication:
            superuser: {username: postgres}
            replication: {username: postgres}
            rewind: {username: postgres}
          parameters:
            unix_socket_directories: {{_folder}}
        """;
}
