using BenchmarkDotNet.Running;
using Orleans.Streaming.Kafka.Benchmarks;

switch (args)
{
    case ["throughput", ..]:
        await Throughput.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 500_000);
        break;
    case ["memory", ..]:
        await Memory.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(CursorBenchmarks).Assembly).Run(args);
        break;
}
