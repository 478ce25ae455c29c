using System.Globalization;
using ShellCorp.Oltp.Benchmarks.Market;
using ShellCorp.Oltp.Benchmarks.Projection;

// pitches [count], ratings [count], or both: each beside a bare Npgsql loop that runs the same statements on the same real server.
var count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : (int?)null;
if (args is [] or ["pitches", ..])
    await PitchBenchmark.RunAsync(count ?? 20_000);
if (args is [] or ["ratings", ..])
    await RatingBenchmark.RunAsync(count ?? 150_000);
