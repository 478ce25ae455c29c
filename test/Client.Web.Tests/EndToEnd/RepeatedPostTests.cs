using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ShellCorp.AppHost.Running;
using ShellCorp.Matches;
using ShellCorp.Players;

namespace ShellCorp.Web.Tests.EndToEnd;

/// <summary>The whole product behind its HTTP API: what is posted again under the same ids changes nothing, and is counted.</summary>
public sealed class RepeatedPostTests : IAsyncLifetime
{
    private const string Players = "/api/player-updates";
    private const string Matches = "/api/match-updates";
    private const int Match = 901;
    private const int Striker = 11;
    private const int Keeper = 21;

    private static readonly string[] Facts =
    [
        $$$"""
        {"id":"line-up","matchId":{{{Match}}},"kind":"lineUp","sheet":{"competition":"Test League","kickOff":"2026-11-21T15:00:00Z",
          "home":{"teamId":1,"name":"Home Town","squad":[{"playerId":{{{Striker}}},"name":"A. Striker","role":"FWD","starts":true}]},
          "away":{"teamId":2,"name":"Away City","squad":[{"playerId":{{{Keeper}}},"name":"B. Keeper","role":"GKP","starts":true}] } } }
        """,
        $$"""{"id":"kick-off","matchId":{{Match}},"kind":"periodStart","period":"1H","minute":0}""",
        $$"""{"id":"goal","matchId":{{Match}},"kind":"goal","teamId":1,"playerId":{{Striker}},"period":"1H","minute":31,"second":5}""",
    ];

    private static readonly string[] Actions =
    [
        $$"""{"id":"pass","matchId":{{Match}},"playerId":{{Striker}},"teamId":1,"kind":"pass","outcome":"success","qualifiers":["keyPass"],"minute":12}""",
        $$"""{"id":"shot","matchId":{{Match}},"playerId":{{Striker}},"teamId":1,"kind":"shot","outcome":"success","qualifiers":["goal"],"minute":31}""",
        $$"""{"id":"save","matchId":{{Match}},"playerId":{{Keeper}},"teamId":2,"kind":"save","outcome":"success","minute":20}""",
    ];

    private readonly HttpClient _http = new();
    private EmbeddedSystem? _system;

    private IGrainFactory Grains => _system!.Services.GetRequiredService<IGrainFactory>();

    public async ValueTask InitializeAsync()
    {
        _system = await EmbeddedSystem.StartAsync(silos: 1, port: 0, TestContext.Current.CancellationToken);
        _http.BaseAddress = _system.Address;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_system is not null)
            await _system.DisposeAsync();
    }

    [Fact]
    public async Task A_repeated_post_gives_the_same_ratings_and_counts_and_is_counted_as_a_duplicate()
    {
        await PostAsync(Matches, Facts);
        await PostAsync(Players, Actions);
        // The striker came on, scored, the team scored, and two own events; the keeper came on, the goal conceded, and the save.
        var (match, striker, keeper) = await SettledAsync(repeats: 0);
        Assert.Equal((5, 2, 3, 1), (striker.Live.Version, striker.Live.Events, keeper.Live.Version, keeper.Live.Events));
        Assert.Equal((3, 1, 0), (match.Applied, match.Summary.HomeScore, match.Summary.AwayScore));

        await PostAsync(Matches, Facts);
        await PostAsync(Players, Actions);
        // One at a time as well as many at once.
        await PostAsync(Players, Actions[0]);
        var (again, strikerAgain, keeperAgain) = await SettledAsync(repeats: 1);

        Assert.Equal((match.Applied, match.Summary.HomeScore, match.Summary.AwayScore), (again.Applied, again.Summary.HomeScore, again.Summary.AwayScore));
        Assert.Equivalent(striker.Live, strikerAgain.Live, strict: true);
        Assert.Equivalent(keeper.Live, keeperAgain.Live, strict: true);
        Assert.Equal((3, 3, 1), (again.Duplicates, strikerAgain.Duplicates, keeperAgain.Duplicates));
    }

    /// <summary>All that was posted has taken effect, or was recognised.</summary>
    private async Task<(MatchView Match, PlayerMatchRating Striker, PlayerMatchRating Keeper)> SettledAsync(int repeats)
    {
        var seen = "nothing";
        (MatchView, PlayerMatchRating, PlayerMatchRating)? settled = null;
        await Eventually.HoldAsync(
            $"all events applied once and repeated {repeats} times",
            async () =>
            {
                var match = await Grains.GetGrain<IMatchGrain>(Match).GetViewAsync(TestContext.Current.CancellationToken);
                var (striker, keeper) = (await RatingAsync(Striker), await RatingAsync(Keeper));
                seen = $"match {match.Applied} and {match.Duplicates}, striker {striker?.Live.Version} and {striker?.Duplicates}, keeper {keeper?.Live.Version} and {keeper?.Duplicates}";
                if (match.Applied + match.Duplicates < 3 * (1 + repeats) || striker is null || keeper is null
                    || striker.Live.Version + striker.Duplicates < 5 + (3 * repeats) || keeper.Live.Version + keeper.Duplicates < 3 + repeats)
                    return false;
                settled = (match, striker, keeper);
                return true;
            },
            () => seen);
        return settled!.Value;
    }

    private Task<PlayerMatchRating?> RatingAsync(int player) =>
        Grains.GetGrain<IPlayerRatingGrain>(player).GetRatingAsync(new(Match), TestContext.Current.CancellationToken);

    private async Task PostAsync(string path, params string[] events)
    {
        using var body = new StringContent(events.Length == 1 ? events[0] : $"[{string.Join(',', events)}]", Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri(path, UriKind.Relative), body, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, answer.ToString());
        Assert.Equal(events.Length, answer.GetProperty("accepted").GetInt32());
    }
}
