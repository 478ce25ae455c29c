using ShellCorp.Market;

namespace ShellCorp.Oltp.Tests.Market;

public abstract class MessageContract : MarketContract
{
    [Fact]
    public async Task Messages_are_numbered_in_their_order_and_counted_until_they_are_read()
    {
        await using var scene = await SceneAsync();
        var (agent, club) = (await scene.AgentAsync(1), await scene.ClubAsync(5));
        Assert.Equal(1, await scene.Messages.WriteAsync(DeskId.Of(agent), DeskId.Of(club), Guid.NewGuid(), "Interested in a forward? ⚽", default));
        Assert.Equal(2, await scene.Messages.WriteAsync(DeskId.Of(club), DeskId.Of(agent), Guid.NewGuid(), "Who?", default));
        Assert.Equal(3, await scene.Messages.WriteAsync(DeskId.Of(agent), DeskId.Of(club), Guid.NewGuid(), "'); DROP TABLE market_message; --", default));

        var read = await scene.Messages.ReadAsync(DeskId.Of(agent), DeskId.Of(club), 1, 10, default);
        Assert.Equal([(2, MarketSide.Club, "Who?"), (3, MarketSide.Agent, "'); DROP TABLE market_message; --")], read.Select(message => (message.Number, message.From, message.Text)));
        Assert.Equal((0, 1), await UnreadAsync(scene, MarketSide.Agent, 1));
        Assert.Equal((0, 2), await UnreadAsync(scene, MarketSide.Club, 5));

        await scene.Messages.MarkReadAsync(DeskId.Of(club), DeskId.Of(agent), 2, default);
        await scene.Messages.MarkReadAsync(DeskId.Of(club), DeskId.Of(agent), 1, default);
        Assert.Equal((2, 1), await UnreadAsync(scene, MarketSide.Club, 5));
        Assert.Equal((0, 1), await UnreadAsync(scene, MarketSide.Agent, 1));
    }

    [Fact]
    public async Task Both_sides_write_at_once_and_no_number_is_missing_or_doubled()
    {
        await using var scene = await SceneAsync();
        var (agent, club) = (await scene.AgentAsync(1), await scene.ClubAsync(5));

        var numbers = await Task.WhenAll(Enumerable.Range(0, 40).Select(index => Task.Run(() => scene.Messages.WriteAsync(
            index % 2 == 0 ? DeskId.Of(agent) : DeskId.Of(club), index % 2 == 0 ? DeskId.Of(club) : DeskId.Of(agent), Guid.NewGuid(), $"{index}", default))));

        Assert.Equal(Enumerable.Range(1, 40).Select(number => (long)number), numbers.Order());
        Assert.Equal(40, (await scene.Messages.ReadAsync(DeskId.Of(agent), DeskId.Of(club), 0, 200, default)).Length);
    }

    [Fact]
    public async Task Conversations_come_in_pages_each_once()
    {
        await using var scene = await SceneAsync();
        var club = await scene.ClubAsync(5);
        for (var id = 1; id <= 7; id++)
            await scene.Messages.WriteAsync(DeskId.Of(await scene.AgentAsync(id)), DeskId.Of(club), Guid.NewGuid(), "Hello", default);

        var (found, after) = (new List<long>(), (DeskId?)null);
        while (await scene.Messages.ListAsync(DeskId.Of(club), after, 3, default) is { IsEmpty: false } page)
        {
            found.AddRange(page.Select(conversation => conversation.AgentId.Value));
            after = DeskId.Of(page[^1].AgentId);
        }

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], found);
        await RefusedAsync(scene, "count", () => scene.Messages.ListAsync(DeskId.Of(club), null, 201, default));
    }

    [Fact]
    public async Task A_message_sent_again_is_the_same_message()
    {
        await using var scene = await SceneAsync();
        var (agent, club) = (await scene.AgentAsync(1), await scene.ClubAsync(5));
        var request = Guid.NewGuid();

        Assert.Equal(1, await scene.Messages.WriteAsync(DeskId.Of(agent), DeskId.Of(club), request, "Hello", default));
        Assert.Equal(1, await scene.Messages.WriteAsync(DeskId.Of(agent), DeskId.Of(club), request, "Hello", default));
        // The other side's ids are its own.
        Assert.Equal(2, await scene.Messages.WriteAsync(DeskId.Of(club), DeskId.Of(agent), request, "Hello", default));
    }

    [Fact]
    public async Task A_message_that_cannot_be_sent_is_refused_and_nothing_is_written()
    {
        await using var scene = await SceneAsync();
        var (agent, club) = (await scene.AgentAsync(1), await scene.ClubAsync(5));
        await scene.Messages.WriteAsync(DeskId.Of(agent), DeskId.Of(club), Guid.NewGuid(), "Hello", default);

        foreach (var text in new[] { "", "  \n", "a\0", new('x', 4_001), "\udc00", "\u0007" })
            await RefusedAsync(scene, "text", () => WriteAsync(agent, club, text));
        await RefusedAsync(scene, "club", () => WriteAsync(agent, new(99), "Hello"));
        await RefusedAsync(scene, "agent", () => WriteAsync(new(99), club, "Hello"));
        await RefusedAsync(scene, "requestId", () => scene.Messages.WriteAsync(DeskId.Of(agent), DeskId.Of(club), Guid.Empty, "Hello", default));
        await RefusedAsync(scene, "number", () => scene.Messages.MarkReadAsync(DeskId.Of(club), DeskId.Of(agent), 2, default));
        await RefusedAsync(scene, "number", () => scene.Messages.MarkReadAsync(DeskId.Of(club), DeskId.Of(agent), -1, default));
        await RefusedAsync(scene, "conversation", () => scene.Messages.MarkReadAsync(new(MarketSide.Club, 99), DeskId.Of(agent), 0, default));
        await RefusedAsync(scene, "to", () => scene.Messages.WriteAsync(DeskId.Of(agent), DeskId.Of(agent), Guid.NewGuid(), "Hello", default));
        await RefusedAsync(scene, "to", () => scene.Messages.WriteAsync(DeskId.Of(agent), new((MarketSide)7, 5), Guid.NewGuid(), "Hello", default));
        await RefusedAsync(scene, "with", () => scene.Messages.ReadAsync(DeskId.Of(club), DeskId.Of(club), 0, 1, default));
        Assert.Equal(2, await scene.Messages.WriteAsync(DeskId.Of(agent), DeskId.Of(club), Guid.NewGuid(), string.Concat(Enumerable.Repeat("⚽🏟", 2_000)), default));

        Task WriteAsync(AgentId from, TeamId to, string text) => scene.Messages.WriteAsync(DeskId.Of(from), DeskId.Of(to), Guid.NewGuid(), text, default);
    }

    private static async Task<(long ReadTo, int Unread)> UnreadAsync(MarketScene scene, MarketSide side, long owner)
    {
        var conversation = Assert.Single(await scene.Messages.ListAsync(new(side, owner), null, 10, default));
        return (conversation.ReadTo, conversation.Unread);
    }
}
