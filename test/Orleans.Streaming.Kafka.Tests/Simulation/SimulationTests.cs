namespace Orleans.Streaming.Kafka.Tests;

public sealed class SimulationTests
{
    private const int Runs = 150;

    [Fact]
    public async Task Whatever_an_agent_and_its_consumers_do_the_watermark_passes_nothing_unfinished_and_reaches_the_end()
    {
        var first = Random.Shared.Next();
        for (var run = 0; run < Runs; run++)
        {
            using var world = new SimulatedWorld(first + run);
            await world.RunAsync(steps: 400);
        }
    }
}
