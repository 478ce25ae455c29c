using Orleans.Streaming.Kafka.Tool;

namespace Orleans.Streaming.Kafka.Tests;

public sealed class ToolTests(Broker broker)
{
    [Fact]
    public async Task The_command_lists_dead_letters_and_sends_those_back_that_match_once()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace);
        var mended = false;
        scene.Journal.Before = records => !mended && records.Any(record => record.Text.StartsWith("bad", StringComparison.Ordinal))
            ? throw new RecordRefusedException($"{records.First(record => record.Text.StartsWith("bad", StringComparison.Ordinal)).Text} is refused")
            : Task.CompletedTask;
        await scene.StartAsync();
        await scene.WriteAsync("k", ["0", "bad1", "bad2", "3"]);
        await scene.CommittedAsync(4);
        await scene.DeadLettersAsync(2);
        mended = true;
        var listed = await RunAsync(scene, "list");
        Assert.Contains("@1\t", listed, StringComparison.Ordinal);
        Assert.Contains("bad1 is refused", listed, StringComparison.Ordinal);
        Assert.Contains("bad2 is refused", listed, StringComparison.Ordinal);
        Assert.Contains("1 written back, 1 passed over", await RunAsync(scene, "redrive", "--reason", "^bad2"), StringComparison.Ordinal);
        Assert.Contains("0 written back, 0 passed over", await RunAsync(scene, "redrive"), StringComparison.Ordinal);
        await scene.TakenAsync(3);
        await scene.WriteAsync("k", ["end"]);
        await scene.TakenAsync(4);
        Assert.Equal(["0", "3", "bad2", "end"], scene.Journal.Taken.Select(record => record.Text));
    }

    private async Task<string> RunAsync(KafkaScene scene, string command, params string[] more)
    {
        using var output = new StringWriter();
        string[] line = [command, "--bootstrap-servers", broker.BootstrapServers, "--group", scene.Group, "--topic", scene.Topic, .. more];
        var code = await new DeadLetterCommands(output).Build().Parse(line).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(0, code);
        return output.ToString();
    }
}
