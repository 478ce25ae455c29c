using System.Buffers;
using System.Text.Json;
using ShellCorp.Events.Json;
using ShellCorp.Feeds.Simulator;

namespace ShellCorp.Feeds.Tests.Simulator;

public sealed class SimulatorFeedTests
{
    public static TheoryData<int> Seeds => [0, 1, -1, int.MaxValue, int.MinValue];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_same_seed_gives_the_same_bytes(int seed)
    {
        var first = Bytes(await Read(seed, 5));

        Assert.Equal(first, Bytes(await Read(seed, 5)));
        Assert.NotEqual(first, Bytes(await Read(seed ^ 1, 5)));
    }

    [Fact]
    public async Task A_match_does_not_depend_on_how_many_are_asked_for()
    {
        var few = await Read(7, 3);
        var many = await Read(7, 12);

        Assert.Equal(Bytes(few), Bytes(many[..3]));
    }

    [Fact]
    public async Task The_first_bytes_of_a_seed_are_those_of_every_other_machine()
    {
        var first = (await Read(2026, 1))[0].Steps;

        Assert.Equal("864A0A322D96B50C", Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Bytes([new(default, "", first)])))[..16]);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Ids_are_unique_in_a_feed_and_differ_between_seeds(int seed)
    {
        var ids = Ids(await Read(seed, 4));

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty(ids.Intersect(Ids(await Read(12345, 4))));
    }

    [Fact]
    public async Task Reading_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        await using var matches = new SimulatorFeed(1, 1000).ReadAsync(cancellation.Token).GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await matches.MoveNextAsync());
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await matches.MoveNextAsync());
    }

    [Fact]
    public void At_least_one_match_must_be_asked_for() => Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatorFeed(1, 0));

    private static async Task<FeedMatch[]> Read(int seed, int matches) =>
        await new SimulatorFeed(seed, matches).ReadAsync(TestContext.Current.CancellationToken).ToArrayAsync();

    private static List<string> Ids(IEnumerable<FeedMatch> matches) =>
        [.. from match in matches
            from step in match.Steps
            from id in step.PlayerUpdates.Select(update => update.Id).Concat(step.MatchUpdates.Select(update => update.Id))
            select id];

    private static byte[] Bytes(IEnumerable<FeedMatch> matches)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartArray();
        foreach (var step in matches.SelectMany(match => match.Steps))
        {
            writer.WriteNumberValue(step.At.Ticks);
            writer.WriteBooleanValue(step.IsRow);
            foreach (var update in step.PlayerUpdates)
                EventWriter.WriteItem(writer, update);

            foreach (var update in step.MatchUpdates)
                EventWriter.WriteItem(writer, update);
        }

        writer.WriteEndArray();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
