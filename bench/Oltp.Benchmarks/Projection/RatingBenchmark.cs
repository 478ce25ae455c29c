using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Kafka.Embedded;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Oltp.Sessions;
using Orleans.Streaming.Kafka;
using ShellCorp.Events;
using ShellCorp.Silo.Kafka;
using ShellCorp.Silo.Market;
using ShellCorp.Silo.Projection;
using ShellCorp.Silo.Projection.Tables;
using ShellCorp.Silo.Storage;

namespace ShellCorp.Oltp.Benchmarks.Projection;

/// <summary>How many ratings a second the projector takes out of the log, beside a bare loop that runs the same statements on rows at hand.</summary>
internal static class RatingBenchmark
{
    private const int Players = 1_500;
    private const int PlayersOfMatch = 30;
    private const int AppendedAtOnce = 5_000;

    public static async Task RunAsync(int ratings)
    {
        await using var databases = await BenchDatabases.StartAsync();
        await (await MarketHosting.OpenAsync(Source(databases.Original), NullLoggerFactory.Instance)).DisposeAsync();
        await using var brokers = EmbeddedBrokers.Start();
        var all = Enumerable.Range(0, ratings).Select(Rating).ToImmutableArray();
        await FillAsync(brokers, all);
        Console.WriteLine($"{ratings:N0} ratings of {Players:N0} players, {new ProjectionOptions().BatchRecords:N0} a transaction, {Environment.ProcessorCount} processors");
        var rounds = new Rounds("ratings/s", "projector");
        for (var round = 1; round <= Rounds.Count; round++)
        {
            var bare = await BareAsync(await databases.CopyAsync(), all);
            rounds.Add(bare, await ProjectAsync(await databases.CopyAsync(), brokers, round, ratings));
        }

        rounds.Tell();
    }

    /// <summary>As matches that go on at the same time tell them, each player's in order.</summary>
    private static LiveRatingUpdate Rating(int number) => new()
    {
        PlayerId = new((number % Players) + 1),
        MatchId = new((number % Players / PlayersOfMatch) + 1),
        TeamId = new(number % 2 + 1),
        Version = (number / Players) + 1,
        RatingHundredths = 300 + (number * 31 % 700),
        Shown = true,
        MinutesPlayed = 45,
        Events = number / Players,
        Final = false,
        Weights = "2026-1",
        Categories = [120, 59, -13, 40, 0, 304],
        Time = new(MatchPeriod.FirstHalf, 44, 10),
        OccurredAt = DateTimeOffset.UnixEpoch.AddDays(20_000).AddMilliseconds(number),
    };

    private static async Task FillAsync(EmbeddedKafka brokers, ImmutableArray<LiveRatingUpdate> all)
    {
        using var log = new KafkaEventLog(new() { BootstrapServers = brokers.BootstrapServers }, NullLogger<KafkaEventLog>.Instance);
        foreach (var some in all.Chunk(AppendedAtOnce))
            await log.AppendAsync([.. some], CancellationToken.None);
    }

    private static async Task<double> BareAsync(string connection, ImmutableArray<LiveRatingUpdate> all)
    {
        await using var source = Source(connection);
        var transactions = Statements(all).ToList();
        await Statement.RunAsync(source, [new(ProjectionSql.Live.AddPosition, [new("Topic", "t"), new("Partition", 0), new("Next", 0L), new("TopicId", "")])]);
        // The projector's first batch isn't timed either.
        await Statement.RunAsync(source, transactions[0].Statements);
        var since = Stopwatch.GetTimestamp();
        foreach (var (_, statements) in transactions.Skip(1))
            await Statement.RunAsync(source, statements);
        return transactions.Skip(1).Sum(transaction => transaction.Records) / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private static IEnumerable<(int Records, IReadOnlyList<Statement> Statements)> Statements(ImmutableArray<LiveRatingUpdate> all)
    {
        var sql = ProjectionSql.Live;
        var offset = 0L;
        foreach (var some in all.Chunk(new ProjectionOptions().BatchRecords))
        {
            var batch = new ProjectionBatch();
            var since = offset;
            foreach (var rating in some)
                batch.Add("t", 0, since, offset++, rating);
            var players = batch.ToPlayerRows();
            yield return (some.Length,
            [
                ToStatement(sql.MovePositions, batch.ToPositionRows()), ToStatement(sql.AddForms, players), ToStatement(sql.LockForms, players),
                ToStatement(sql.AddHistory, RatingRows.OfHistory(batch.Ratings)), ToStatement(sql.SetRatings, RatingRows.OfLatest(batch.Ratings)), ToStatement(sql.SetForms, players),
            ]);
        }
    }

    private static Statement ToStatement(string sql, OltpRows rows) => new(
        PostgresDialect.Instance.Translate(sql.Replace("@rows r", PostgresDialect.Instance.Bind(rows).Table, StringComparison.Ordinal)),
        [.. rows.Columns.Select(column => KeyValuePair.Create(column.Name, (object)column.Values))]);

    /// <summary>From the first batch to the last, so that joining the group doesn't count.</summary>
    private static async Task<double> ProjectAsync(string connection, EmbeddedKafka brokers, int round, int ratings)
    {
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        await using var source = Source(connection);
        var kafka = new KafkaOptions { BootstrapServers = brokers.BootstrapServers, IsEmbedded = true, GroupId = $"bench-{round}" };
        using var deadLetters = ProjectionHosting.DeadLetters(kafka, TimeProvider.System, NullLogger<KafkaDeadLetters>.Instance);
        using var projector = new Projector(
            new(new PostgresDatabase(source), ProjectionSql.Live), deadLetters, kafka, new(), new(services.GetRequiredService<IMeterFactory>()), TimeProvider.System, NullLogger.Instance);
        projector.Start();
        var (first, at) = await ReachAsync(source, 1);
        var (_, end) = await ReachAsync(source, ratings);
        await projector.StopAsync(CancellationToken.None);
        return (ratings - first) / Stopwatch.GetElapsedTime(at, end).TotalSeconds;
    }

    private static async Task<(long Projected, long At)> ReachAsync(NpgsqlDataSource source, long count)
    {
        while (true)
        {
            await using var command = source.CreateCommand("SELECT coalesce(sum(next), 0) FROM projection_position");
            var projected = (decimal)(await command.ExecuteScalarAsync())!;
            if (projected >= count)
                return ((long)projected, Stopwatch.GetTimestamp());
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }

    private static NpgsqlDataSource Source(string connection) => PostgresSource.Open(new() { ConnectionString = connection }, NullLoggerFactory.Instance);
}
