using System.Text.Json;

namespace ShellCorp.Web.Tests.Market;

public sealed class MarketApiTests(MarketSite site) : IClassFixture<MarketSite>
{
    private const string Operator = MarketSite.OperatorKey;

    [Fact]
    public async Task A_player_finds_a_club_over_HTTP()
    {
        var (agent, club) = await MarketAsync(1, 2, player: 11);
        var requirement = await RequireAsync(2, club);
        Assert.Contains(11, Numbers(await site.DoAsync("GET", $"/clubs/2/requirements/{requirement}/players", club), "playerId"));
        Assert.Equal([11], Numbers(await site.DoAsync("GET", "/agents/1/players", agent), "playerId"));
        Assert.Contains(Items(await site.DoAsync("GET", "/agents/1/players/11/requirements", agent)), posted => posted.GetProperty("requirementId").GetString() == requirement);
        Assert.Contains(Items(await site.DoAsync("GET", "/agents/1/alerts", agent)), alert => alert.GetProperty("requirementId").GetString() == requirement);

        var request = Guid.NewGuid();
        var draft = new { requirementId = requirement, playerId = 11, price = 500, note = "Fast ⚽." };
        var pitch = (await site.DoAsync("POST", "/agents/1/pitches", agent, draft, request)).GetProperty("id").GetString();
        Assert.Equal(pitch, (await site.DoAsync("POST", "/agents/1/pitches", agent, draft, request)).GetProperty("id").GetString());
        await site.DoAsync("POST", $"/clubs/2/pitches/{pitch}/view", club);
        await site.DoAsync("POST", $"/clubs/2/pitches/{pitch}/decision", club, new { decision = "interested", feedback = "Call us." });
        var seen = Assert.Single(Items(await site.DoAsync("GET", "/agents/1/pitches", agent)));
        Assert.Equal(("interested", "Call us.", "Fast ⚽."), (seen.GetProperty("state").GetString(), seen.GetProperty("feedback").GetString(), seen.GetProperty("draft").GetProperty("note").GetString()));
        Assert.Equal(90, (await site.DoAsync("GET", "/agents/1/balance", agent)).GetProperty("balance").GetInt64());

        await site.DoAsync("POST", "/agents/1/conversations/2/messages", agent, new { text = "When?" });
        await site.DoAsync("PUT", "/clubs/2/conversations/1/read", club, new { number = 1 });
        Assert.Equal("When?", Assert.Single(Items(await site.DoAsync("GET", "/clubs/2/conversations/1/messages", club))).GetProperty("text").GetString());
        Assert.Equal(0, Assert.Single(Items(await site.DoAsync("GET", "/clubs/2/conversations", club))).GetProperty("unread").GetInt32());

        var offer = (await site.DoAsync("POST", "/clubs/2/offers", club, new { playerId = 11, deal = "loan", fee = 5 })).GetProperty("id").GetString();
        var moved = await site.DoAsync("POST", $"/agents/1/offers/{offer}/moves", agent, new { seenStep = 1, to = "accepted" });
        Assert.Equal("accepted", moved.GetProperty("state").GetString());
        Assert.Equal(["made", "accepted"], (await site.DoAsync("GET", $"/clubs/2/offers/{offer}/steps", club)).EnumerateArray().Select(step => step.GetProperty("state").GetString()!));
    }

    [Fact]
    public async Task Only_members_act_for_a_desk_and_only_operators_for_the_office()
    {
        var (agent, club) = await MarketAsync(21, 22, player: 211);
        await AssertStatusAsync(401, "GET", "/agents/21/balance", null);
        await AssertStatusAsync(401, "GET", "/agents/21/balance", "nobody's");
        await AssertStatusAsync(401, "GET", "/agents/21/balance", "' OR '1'='1");
        await AssertStatusAsync(401, "GET", "/agents/21/balance", Operator);
        await AssertStatusAsync(403, "GET", "/agents/21/balance", club);
        await AssertStatusAsync(403, "GET", "/clubs/21/balance", agent);
        await AssertStatusAsync(403, "PUT", "/office/clubs/5", agent, new { name = "Mine" });
        await AssertStatusAsync(403, "PUT", "/office/clubs/5", null, new { name = "Mine" });
        Assert.Equal("agent/21", Assert.Single((await site.DoAsync("GET", "/me", agent)).GetProperty("desks").EnumerateArray()).GetString());

        await site.DoAsync("DELETE", "/office/users/21/agents/21", Operator);
        await AssertStatusAsync(403, "GET", "/agents/21/balance", agent);
        await site.DoAsync("POST", "/office/users/21/key", Operator);
        await AssertStatusAsync(401, "GET", "/me", agent);
    }

    [Theory]
    [InlineData("""{"to":"club/32","credits":-1}""", 422, "credits")]
    [InlineData("""{"to":"club/32","credits":1001}""", 422, "account")]
    [InlineData("""{"to":"club/32","credits":99999999999999999999}""", 422, "credits")]
    [InlineData("""{"to":"club/32","credits":"1"}""", 422, "credits")]
    [InlineData("""{"to":"club/32","credits":1.5}""", 422, "credits")]
    [InlineData("""{"to":"club/32"}""", 422, "credits")]
    [InlineData("""{"credits":1,"to":null}""", 422, "to")]
    [InlineData("""{"credits":1,"to":"x'; DROP TABLE market_account; --"}""", 422, "account")]
    [InlineData("""{"credits":1,"to":"a\u0000"}""", 422, "to")]
    [InlineData("[]", 422, "")]
    public async Task A_transfer_that_cannot_be_done_is_refused_by_field(string body, int status, string field)
    {
        var (agent, _) = await MarketAsync(31, 32, player: 311);
        var (given, answer) = await site.SendAsync("POST", "/agents/31/transfers", agent, body);

        Assert.Equal(status, given);
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray(), error => error.GetProperty("field").GetString() == field);
        Assert.NotEmpty(error.GetProperty("reason").GetString()!);
        Assert.Equal(100, (await site.DoAsync("GET", "/agents/31/balance", agent)).GetProperty("balance").GetInt64());
    }

    [Theory]
    [InlineData("/agents/41/pitches?cursor=nonsense", "cursor")]
    [InlineData("/agents/41/players?cursor=x", "cursor")]
    [InlineData("/agents/41/pitches?count=0", "count")]
    [InlineData("/agents/41/pitches?count=99999999999", "count")]
    [InlineData("/players?role=striker", "role")]
    [InlineData("/players?foot=third", "foot")]
    [InlineData("/players?minAge=30&maxAge=20", "maxAge")]
    [InlineData("/ranking?by=luck", "by")]
    [InlineData("/ranking?cursor=7", "cursor")]
    [InlineData("/agents/41/offers/zz/steps", "offerId")]
    public async Task A_question_that_makes_no_sense_is_refused_by_field(string path, string field)
    {
        var (agent, _) = await MarketAsync(41, 42, player: 411);
        var (status, answer) = await site.SendAsync("GET", path, agent);

        Assert.Equal(422, status);
        Assert.Equal(field, Assert.Single(answer.GetProperty("errors").EnumerateArray()).GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_request_without_its_id_or_with_that_of_another_is_refused()
    {
        var (agent, _) = await MarketAsync(51, 52, player: 511);
        var (_, nameless) = await site.SendAsync("POST", "/agents/51/transfers", agent, new { to = "club/52", credits = 1 }, Guid.Empty);
        Assert.Equal("requestId", nameless.GetProperty("errors")[0].GetProperty("field").GetString());
        var request = Guid.NewGuid();
        await site.DoAsync("POST", "/agents/51/transfers", agent, new { to = "club/52", credits = 1 }, request);
        var (status, answer) = await site.SendAsync("POST", "/agents/51/transfers", agent, new { to = "club/52", credits = 2 }, request);
        Assert.Equal((422, "requestId"), (status, answer.GetProperty("errors")[0].GetProperty("field").GetString()));
    }

    [Fact]
    public async Task Lists_come_in_pages_that_hold_each_item_once()
    {
        var (agent, _) = await MarketAsync(61, 62, player: 611);
        for (var id = 612; id <= 617; id++)
            await PlayerAsync(id, 61);

        var (found, path) = (new List<long>(), "/agents/61/players?count=3");
        for (var next = ""; ; path = $"/agents/61/players?count=3&cursor={next}")
        {
            var page = await site.DoAsync("GET", path, agent);
            found.AddRange(Numbers(page, "playerId"));
            if (!page.TryGetProperty("next", out var cursor))
                break;
            next = cursor.GetString();
        }

        Assert.Equal([611, 612, 613, 614, 615, 616, 617], found);
    }

    [Fact]
    public async Task A_club_keeps_players_in_mind_and_is_told_when_they_are_pitched_elsewhere()
    {
        var (agent, club) = await MarketAsync(71, 72, player: 711);
        var (_, rival) = await MarketAsync(73, 74, player: 712);
        await site.DoAsync("PUT", "/clubs/74/shortlist/711", rival, new { note = "Watch." });
        await site.DoAsync("PUT", "/clubs/74/watches/711", rival, new { thresholdHundredths = 750 });
        Assert.Equal(750, Assert.Single(Items(await site.DoAsync("GET", "/clubs/74/watches", rival))).GetProperty("thresholdHundredths").GetInt32());
        var requirement = await RequireAsync(72, club);
        await site.DoAsync("POST", "/agents/71/pitches", agent, new { requirementId = requirement, playerId = 711, price = 1 });

        var page = await site.DoAsync("GET", "/clubs/74/alerts", rival);
        var alert = Assert.Single(Items(page));
        Assert.Equal(("playerPitched", 1), (alert.GetProperty("kind").GetString(), page.GetProperty("unread").GetInt32()));
        await site.DoAsync("POST", "/clubs/74/alerts/read", rival, new { alerts = new[] { alert.GetProperty("alertId").GetString() } });
        Assert.Equal(0, (await site.DoAsync("GET", "/clubs/74/alerts", rival)).GetProperty("unread").GetInt32());
        await site.DoAsync("DELETE", "/clubs/74/watches/711", rival);
        await site.DoAsync("DELETE", "/clubs/74/shortlist/711", rival);
        Assert.Empty(Items(await site.DoAsync("GET", "/clubs/74/shortlist", rival)));
    }

    [Fact]
    public async Task Players_and_profiles_are_found()
    {
        var (agent, _) = await MarketAsync(81, 82, player: 811);
        Assert.Equal([811], Numbers(await site.DoAsync("GET", "/players?name=PLAYER 811&role=FWD&minAge=20&foot=left", agent), "playerId"));
        Assert.Empty(Items(await site.DoAsync("GET", "/ranking?by=form&name=Player 811", agent)));
        Assert.Equal("Agent 81", (await site.DoAsync("GET", "/agent-profiles/81", agent)).GetProperty("name").GetString());
        Assert.Equal("Club 82", (await site.DoAsync("GET", "/club-profiles/82", agent)).GetProperty("name").GetString());
        Assert.Equal("2000-01-01", (await site.DoAsync("GET", "/players/811", agent)).GetProperty("born").GetString());
        await AssertStatusAsync(404, "GET", "/players/999999", agent);
    }

    private async Task AssertStatusAsync(int expected, string method, string path, string? key, object? body = null) =>
        Assert.Equal(expected, (await site.SendAsync(method, path, key, body)).Status);

    /// <summary>A verified agent with 100 credits and a player, and a club; returns the keys of a user of each.</summary>
    private async Task<(string Agent, string Club)> MarketAsync(long agent, long club, long player)
    {
        await site.DoAsync("PUT", $"/office/agents/{agent}", Operator, new { name = $"Agent {agent}" });
        await site.DoAsync("PUT", $"/office/agents/{agent}/verified", Operator);
        await site.DoAsync("POST", "/office/credits", Operator, new { account = $"agent/{agent}", credits = 100 }, new Guid((int)agent, 0, 0, new byte[8]));
        await site.DoAsync("PUT", $"/office/clubs/{club}", Operator, new { name = $"Club {club}" });
        await PlayerAsync(player, agent);
        return (await site.MemberAsync(agent, $"agents/{agent}"), await site.MemberAsync(club, $"clubs/{club}"));
    }

    private async Task PlayerAsync(long player, long agent)
    {
        await site.DoAsync("PUT", $"/office/players/{player}", Operator, new { name = $"Player {player}", role = "FWD", born = "2000-01-01", foot = "left" });
        await site.DoAsync("PUT", $"/office/players/{player}/agent", Operator, new { agentId = agent });
    }

    private async Task<string> RequireAsync(long club, string key)
    {
        var posted = await site.DoAsync("POST", $"/clubs/{club}/requirements", key, new { role = "FWD", budget = 9, deal = "buy", minAge = 20, maxAge = 40, foot = "left" });
        return posted.GetProperty("id").GetString()!;
    }

    private static IEnumerable<JsonElement> Items(JsonElement page) => page.GetProperty("items").EnumerateArray();

    private static IEnumerable<long> Numbers(JsonElement page, string field) => Items(page).Select(item => item.GetProperty(field).GetInt64());
}
