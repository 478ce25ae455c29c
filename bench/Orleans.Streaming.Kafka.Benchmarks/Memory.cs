using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Streaming.Kafka.Benchmarks;

/// <summary>What a silo keeps in memory while a million records wait for consumers that take none.</summary>
internal static class Memory
{
    private const int Partitions = 32;
    private const int MiB = 1024 * 1024;

    internal static async Task RunAsync(int records)
    {
        using var setting = await Setting.CreateAsync(records, Partitions);
        var release = new TaskCompletionSource();
        ScoreGrain.Gate = release.Task;
        using var host = setting.BuildSilo(options =>
        {
            options.MaxCachedBytes = 1 * MiB;
            options.QuiesceTimeout = TimeSpan.FromSeconds(1);
            options.Librdkafka["queued.max.messages.kbytes"] = "1024";
        });
        await host.StartAsync();
        // Its consumer is only about to join its group.
        var before = Heap();
        var status = host.Services.GetRequiredKeyedService<IKafkaStreamStatus>(Setting.Provider);
        while (status.GetPartitions() is var partitions && (partitions.Sum(partition => partition.Lag) < records || partitions.Any(partition => !partition.IsPaused && partition.Lag > partition.CachedRecords)))
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        var held = status.GetPartitions();
        Console.WriteLine($"{held.Sum(partition => partition.Lag):N0} records wait, {Partitions} partitions, MaxCachedBytes 1 MiB each");
        Console.WriteLine($"cached: {held.Sum(partition => partition.CachedRecords):N0} records, {held.Sum(partition => partition.CachedBytes) / (double)MiB:F1} MiB of {Partitions} MiB allowed, most in a partition {held.Max(partition => partition.CachedBytes) / (double)MiB:F2} MiB");
        Console.WriteLine($"managed heap: {before / (double)MiB:F1} MiB of a silo without records, {Heap() / (double)MiB:F1} MiB with them");
        release.SetResult();
        await host.StopAsync();
    }

    private static long Heap() => GC.GetTotalMemory(forceFullCollection: true);
}
