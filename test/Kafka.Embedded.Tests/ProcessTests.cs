using System.Diagnostics;
using System.Runtime.CompilerServices;
using Confluent.Kafka;

namespace Kafka.Embedded.Tests;

/// <summary>The child process is this very test program, which runs one of these tests and finds by the environment that it is the child.</summary>
public sealed class ProcessTests
{
    private const string ServersVariable = "EMBEDDED_KAFKA_OF_THE_PARENT";
    private static EmbeddedKafka? _leftRunning;

    private static string? ParentsServers => Environment.GetEnvironmentVariable(ServersVariable);

    [Fact]
    public async Task Another_process_is_a_client_like_any_other()
    {
        if (ParentsServers is { } servers)
        {
            await AnswerAsync(servers);
            return;
        }

        await using var kafka = EmbeddedKafka.Start();
        kafka.CreateTopic("players", partitions: 3);
        await RunChildAsync(kafka.BootstrapServers);
        using var consumer = Clients.Consumer(kafka, "readers");
        consumer.Subscribe("players");
        Assert.Equal("players has 3", Clients.Take(consumer, 1)[0].Message.Value);
        consumer.Close();
    }

    [Fact]
    public async Task A_process_that_ends_without_disposal_ends_well()
    {
        if (ParentsServers is null)
            await RunChildAsync(servers: "none");
        else
            await LeaveRunningAsync();
    }

    private static async Task AnswerAsync(string servers)
    {
        using var admin = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = servers }).Build();
        var topic = admin.GetMetadata(Clients.Patience).Topics.Single();
        using var producer = new ProducerBuilder<string, string>(new ProducerConfig { BootstrapServers = servers }).Build();
        await producer.ProduceAsync("players", new Message<string, string> { Value = $"{topic.Topic} has {topic.Partitions.Count}" });
    }

    private static async Task LeaveRunningAsync()
    {
        _leftRunning = EmbeddedKafka.Start(new EmbeddedKafkaOptions { Brokers = 3 });
        _leftRunning.CreateTopic("players");
        var producer = Clients.Producer(_leftRunning);
        await producer.ProduceAsync("players", new Message<string, string> { Value = "x" });
        var consumer = Clients.Consumer(_leftRunning, "readers");
        consumer.Subscribe("players");
        Clients.Take(consumer, 1);
    }

    private static async Task RunChildAsync(string servers, [CallerMemberName] string test = "")
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "--minimum-expected-tests", "1", "--filter-method", $"{typeof(ProcessTests).FullName}.{test}" })
            start.ArgumentList.Add(argument);
        start.Environment[ServersVariable] = servers;
        using var child = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Clients.Patience);
        await using var stop = patience.Token.Register(child.Kill);
        var output = child.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = child.StandardError.ReadToEndAsync(CancellationToken.None);
        await child.WaitForExitAsync(CancellationToken.None);
        Assert.True(child.ExitCode == 0, $"expected exit code 0 of {test} within {Clients.Patience}, saw {child.ExitCode}:\n{await output}\n{await errors}");
    }
}
