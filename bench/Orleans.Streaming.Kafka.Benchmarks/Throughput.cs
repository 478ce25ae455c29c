using System.Diagnostics;
using Confluent.Kafka;

namespace Orleans.Streaming.Kafka.Benchmarks;

/// <summary>How many records a second a silo takes, beside a bare consumer loop that reads and adds up the same ones.</summary>
internal static class Throughput
{
    private const int Partitions = 16;

    internal static async Task RunAsync(int records)
    {
        using var setting = await Setting.CreateAsync(records, Partitions);
        Console.WriteLine($"{records:N0} records of some 200 bytes of JSON, 500 keys, {Partitions} partitions, {Environment.ProcessorCount} processors");
        // The first run of each pays for compilation and connections.
        for (var round = 1; round <= 2; round++)
        {
            var bare = Bare(setting, records, round);
            var streams = await StreamsAsync(setting, records, round);
            Console.WriteLine($"round {round}: bare loop {records / bare.TotalSeconds:N0}/s, streams {records / streams.TotalSeconds:N0}/s, ratio {bare / streams:F2}");
        }
    }

    /// <summary>From the first record to the last, so that joining the group counts for neither.</summary>
    private static TimeSpan Bare(Setting setting, int records, int round)
    {
        using var consumer = new ConsumerBuilder<byte[], byte[]>(new ConsumerConfig
        {
            BootstrapServers = setting.BootstrapServers,
            GroupId = $"{setting.Topic}-bare-{round}",
            AutoOffsetReset = AutoOffsetReset.Earliest,
            EnableAutoCommit = true,
            AutoCommitIntervalMs = 1000,
        }).Build();
        consumer.Subscribe(setting.Topic);
        var points = new Dictionary<string, long>();
        Stopwatch? since = null;
        for (var taken = 0; taken < records; taken++)
        {
            var result = consumer.Consume();
            since ??= Stopwatch.StartNew();
            var key = System.Text.Encoding.UTF8.GetString(result.Message.Key);
            points[key] = points.GetValueOrDefault(key) + ScoreSerializer.Read(result.Message.Value).Points;
        }

        consumer.Close();
        return since?.Elapsed ?? TimeSpan.Zero;
    }

    private static async Task<TimeSpan> StreamsAsync(Setting setting, int records, int round)
    {
        using var host = setting.BuildSilo(options => options.GroupId += round);
        var before = ScoreGrain.Taken;
        await host.StartAsync();
        var first = await ReachAsync(before + 1);
        var last = await ReachAsync(before + records);
        await host.StopAsync();
        return Stopwatch.GetElapsedTime(first, last);
    }

    private static async Task<long> ReachAsync(long count)
    {
        while (ScoreGrain.Taken < count)
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        return Stopwatch.GetTimestamp();
    }
}
