using System.CommandLine;

namespace ShellCorp.Analytics.Operations;

/// <summary>The command line: without a command the worker runs; <c>replay</c> and <c>verify</c> ask the worker that does.</summary>
public static class WorkerCommands
{
    private static readonly Option<string> From = new("--from") { Description = "earliest, or the time that records were written to the log", Required = true };

    private static readonly Option<string> Url = new("--url")
    {
        Description = "Where the worker serves",
        DefaultValueFactory = _ => "http://127.0.0.1:5000",
        Recursive = true,
    };

    /// <summary>The commands; <paramref name="run"/> runs the worker.</summary>
    public static RootCommand Create(Func<Task<int>> run)
    {
        var replay = new Command("replay", "Rebuilds the warehouse from the log, as far as the log reaches back") { From };
        replay.SetAction((parsed, token) => ReplayAsync(parsed.InvocationConfiguration.Output, parsed.GetValue(Url)!, parsed.GetValue(From)!, token));
        var verify = new Command("verify", "Compares log and warehouse; exit code 1 where they differ");
        verify.SetAction((parsed, token) => VerifyAsync(parsed.InvocationConfiguration.Output, parsed.GetValue(Url)!, token));
        var root = new RootCommand("Lands the log in the warehouse and serves reports.") { replay, verify, Url };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((_, _) => run());
        return root;
    }

    private static async Task<int> ReplayAsync(TextWriter output, string url, string from, CancellationToken cancellationToken)
    {
        using var http = Client(url);
        using var answer = await http.PostAsync(new Uri($"/operations/replay?from={Uri.EscapeDataString(from)}", UriKind.Relative), null, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            await output.WriteLineAsync(await answer.Content.ReadAsStringAsync(cancellationToken));
            return 2;
        }

        foreach (var partition in await answer.Content.ReadFromJsonAsync<ReplayedPartition[]>(cancellationToken) ?? [])
        {
            await output.WriteLineAsync(FormattableString.Invariant(
                $"{partition.Topic}/{partition.Partition}: {partition.From} to {partition.Loaded - 1} are loaded again; the log reaches back to {partition.Oldest}"));
        }

        return 0;
    }

    private static async Task<int> VerifyAsync(TextWriter output, string url, CancellationToken cancellationToken)
    {
        using var http = Client(url);
        using var answer = await http.PostAsync(new Uri("/operations/verify", UriKind.Relative), null, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var verification = (await answer.Content.ReadFromJsonAsync<Verification>(cancellationToken))!;
        foreach (var (topic, partition, day, log, warehouse) in verification.Differences)
            await output.WriteLineAsync(FormattableString.Invariant($"{topic}/{partition} {day:yyyy-MM-dd}: log {log}; warehouse {warehouse}"));
        await output.WriteLineAsync(FormattableString.Invariant(
            $"{verification.Events} events in {verification.Partitions} partitions compared, {verification.Differences.Count} differences"));
        return verification.Differences.Count == 0 ? 0 : 1;
    }

    // Both wait for the whole log.
    private static HttpClient Client(string url) => new() { BaseAddress = new(url), Timeout = Timeout.InfiniteTimeSpan };
}
