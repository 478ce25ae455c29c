using Npgsql;

namespace Patroni.Leaders;

/// <summary>
/// Connections to one leader, while it is the leader. Each is asked, when it is made, whether its server takes writes, and on which timeline: a
/// promotion begins a new one, so a server on an older one than was seen before has been replaced, whatever it thinks.
/// </summary>
internal sealed class LeaderPool : IAsyncDisposable, IDisposable
{
    private const string Question = """
        SELECT CASE WHEN pg_is_in_recovery() THEN 0 ELSE ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::integer END
        """;

    private readonly NpgsqlDataSource _source;
    private readonly TimelineGuard _timelines;

    public LeaderPool(ScopeLeader leader, NpgsqlDataSourceBuilder builder, TimelineGuard timelines)
    {
        Leader = leader;
        _timelines = timelines;
        (builder.ConnectionStringBuilder.Host, builder.ConnectionStringBuilder.Port) = (leader.Host, leader.Port);
        builder.UsePhysicalConnectionInitializer(Verify, VerifyAsync);
        _source = builder.Build();
    }

    public ScopeLeader Leader { get; }

    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => _source.OpenConnectionAsync(cancellationToken);

    public NpgsqlConnection CreateConnection() => _source.CreateConnection();

    // Idle connections are closed at once, those in use when they are given back; nobody gets another one.
    public void Dispose() => _source.Dispose();

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private void Verify(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(Question, connection);
        Check((int)command.ExecuteScalar()!);
    }

    private async Task VerifyAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Question, connection) { CommandTimeout = 10 };
        Check((int)(await command.ExecuteScalarAsync())!);
    }

    private void Check(int timeline)
    {
        if (timeline == 0)
            throw new NpgsqlException($"{Leader} is in recovery and takes no writes (yet).");
        if (!_timelines.Accepts(timeline, out var highest))
            throw new NpgsqlException($"{Leader} is on timeline {timeline}; its cluster was on timeline {highest} already, so it was replaced.");
    }
}
