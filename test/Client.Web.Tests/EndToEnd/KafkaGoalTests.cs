using System.Text;
using Confluent.Kafka;
using Microsoft.Playwright;
using ShellCorp.AppHost.Running;
using ShellCorp.Web.Tests.Browser;

namespace ShellCorp.Web.Tests.EndToEnd;

/// <summary>The whole product, seen by a browser and fed by a plain Kafka client that knows nothing of ours but the documented records.</summary>
public sealed class KafkaGoalTests(Chromium chromium) : IAsyncLifetime
{
    private const int Match = 900;
    private const int Striker = 109;
    private const int Keeper = 201;
    private static readonly LocatorAssertionsToHaveTextOptions Patient = new() { Timeout = 60_000 };

    private EmbeddedSystem? _system;
    private IProducer<string, byte[]>? _producer;
    private PageWatch? _watch;

    public async ValueTask InitializeAsync()
    {
        _system = await EmbeddedSystem.StartAsync(silos: 1, port: 0, CancellationToken.None);
        _producer = new ProducerBuilder<string, byte[]>(new ProducerConfig { BootstrapServers = _system.BootstrapServers }).Build();
        _watch = new(chromium, _system.Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_watch is not null)
            await _watch.DisposeAsync();
        _producer?.Dispose();
        if (_system is not null)
            await _system.DisposeAsync();
    }

    [Fact]
    public async Task A_goal_from_a_plain_Kafka_client_changes_score_and_ratings_on_the_open_page()
    {
        await TellMatchAsync("line-up", $$"""{"matchId":{{Match}},"kind":"lineUp","minute":0,"sheet":{{Sheet()}}}""");
        await TellMatchAsync("kick-off", $$"""{"matchId":{{Match}},"kind":"periodStart","period":"1H","minute":0}""");
        await TellPlayerAsync("shot", Striker, $$"""{"matchId":{{Match}},"playerId":{{Striker}},"teamId":1,"kind":"shot","outcome":"failure","minute":30}""");
        await TellPlayerAsync("save", Keeper, $$"""{"matchId":{{Match}},"playerId":{{Keeper}},"teamId":2,"kind":"save","outcome":"success","minute":30}""");

        var page = await _watch!.OpenAsync($"/matches/{Match}");
        var striker = page.GetByTestId($"rating-{Striker}").First;
        await Assertions.Expect(page.GetByTestId("score-home")).ToHaveTextAsync("0", Patient);
        await Assertions.Expect(striker).ToContainTextAsync(".", new() { Timeout = 60_000 });
        var before = await striker.InnerTextAsync();
        await page.EvaluateAsync("() => { window.sameDocument = true; }");

        await TellMatchAsync("goal", $$"""{"matchId":{{Match}},"kind":"goal","teamId":1,"playerId":{{Striker}},"period":"1H","minute":31,"second":5}""");

        await Assertions.Expect(page.GetByTestId("score-home")).ToHaveTextAsync("1", Patient);
        await Assertions.Expect(page.GetByTestId("score-away")).ToHaveTextAsync("0", Patient);
        await Assertions.Expect(striker).Not.ToHaveTextAsync(before, Patient);
        Assert.True(await page.EvaluateAsync<bool>("() => window.sameDocument === true"), "the page was loaded again");
        Assert.DoesNotContain("@", await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(_watch.Complaints);
    }

    private Task TellMatchAsync(string id, string json) => ProduceAsync("MatchUpdates", $"{Match}", "shellcorp.match-update.v1", id, json);

    private Task TellPlayerAsync(string id, int player, string json) => ProduceAsync("PlayerUpdates", $"{player}", "shellcorp.player-update.v1", id, json);

    private async Task ProduceAsync(string topic, string key, string type, string id, string json) => await _producer!.ProduceAsync(topic, new()
    {
        Key = key,
        Value = Encoding.UTF8.GetBytes(json),
        Headers = new() { { "ce_id", Encoding.UTF8.GetBytes(id) }, { "ce_type", Encoding.UTF8.GetBytes(type) } },
    });

    private static string Sheet() =>
        $$"""{"competition":"Test League","kickOff":"2026-11-21T15:00:00Z","home":{{Team(1, "Home Town", 100)}},"away":{{Team(2, "Away City", 200)}}}""";

    private static string Team(int id, string name, int firstPlayer)
    {
        string[] roles = ["GKP", "DEF", "DEF", "DEF", "DEF", "MID", "MID", "MID", "FWD", "FWD", "FWD"];
        var squad = roles.Select((role, i) => $$"""{"playerId":{{firstPlayer + i + 1}},"name":"Player {{firstPlayer + i + 1}}","role":"{{role}}","starts":true}""");
        return $$"""{"teamId":{{id}},"name":"{{name}}","squad":[{{string.Join(',', squad)}}]}""";
    }
}
