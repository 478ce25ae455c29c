using Microsoft.Extensions.Hosting;
using ShellCorp.Operations.Admin;

namespace ShellCorp.Silo.Tests.Operations;

/// <summary>What liveness says while the silo starts and stops.</summary>
internal sealed class LivenessWatch
{
    public List<string> Seen { get; } = [];

    /// <summary>It is added before the silo: it starts before that does and stops after it.</summary>
    internal sealed class Probe(LivenessWatch watch, AdminServer server) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => LookAsync("starting", cancellationToken);

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => LookAsync("stopping", cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => LookAsync("stopped", cancellationToken);

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        private async Task LookAsync(string when, CancellationToken cancellationToken)
        {
            using var client = new HttpClient { BaseAddress = server.Address };
            using var answer = await client.GetAsync(new Uri("/health/live", UriKind.Relative), cancellationToken);
            var (_, body) = await OperatedSilo.GetJsonAsync(client, "/health/live");
            watch.Seen.Add($"{when}: {answer.StatusCode}, {body.GetProperty("checks").GetProperty("alive").GetProperty("reason").GetString()}");
        }
    }
}
