using System.Collections.Concurrent;
using Npgsql;
using Oltp.Sessions;
using ShellCorp;
using ShellCorp.Events;
using ShellCorp.Market;
using ShellCorp.Oltp.Tests.Market;

namespace Patroni.Tests.Market;

/// <summary>Agents that pitch and pay each other without pause, and send what failed again under its id until it is answered.</summary>
internal sealed class MarketLoad : IAsyncDisposable
{
    private const int Agents = 6;

    private readonly MarketScene _scene;
    private readonly TeamId _club;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Guid, (int Agent, long Balance)> _transfers = new();
    private readonly ConcurrentDictionary<Guid, (int Agent, RequirementId Requirement, PitchId Pitch)> _pitches = new();
    private readonly ConcurrentDictionary<string, int> _failures = new();
    private readonly List<Task> _running;
    private int _failed;

    private MarketLoad(MarketScene scene, TeamId club)
    {
        (_scene, _club) = (scene, club);
        _running = [.. Enumerable.Range(1, Agents).Select(agent => Task.Run(() => WorkAsync(agent)))];
    }

    public int Answered => _transfers.Count + _pitches.Count;

    public int Failed => Volatile.Read(ref _failed);

    public string Failures => string.Join("\n", _failures.Select(failure => $"{failure.Value} × {failure.Key}"));

    public static async Task<MarketLoad> StartAsync(MarketScene scene)
    {
        var club = await scene.ClubAsync(500);
        for (var id = 1; id <= Agents; id++)
            await scene.PlayerAsync(100 + id, await scene.AgentAsync(id, credits: 1_000_000));
        var load = new MarketLoad(scene, club);
        await load.GoesOnAsync("at first");
        return load;
    }

    /// <summary>Waits until some more requests have been answered.</summary>
    public async Task GoesOnAsync(string when)
    {
        var before = Answered;
        var answered = Eventually.ReachAsync($"requests to be answered {when}", () => Answered, now => now >= before + (4 * Agents), () => Failures);
        // Who works ends with a failure only: one that is no outage.
        await await Task.WhenAny([answered, .. _running]);
    }

    /// <summary>Ends it, once all that was sent is answered, and checks that each request took effect once, with the answer that it got.</summary>
    public async Task AssertOnceAsync()
    {
        await _stop.CancelAsync();
        await Eventually.EndAsync("all requests to be answered", Task.WhenAll(_running));
        await _scene.AssertBooksAsync();
        Assert.Equal(_transfers.Count, await CountAsync("SELECT count(*) FROM market_transfer WHERE reason = 'transfer'"));
        Assert.Equal(_pitches.Count, await CountAsync("SELECT count(*) FROM market_pitch"));
        Assert.Equal(_pitches.Count, _pitches.Values.Select(answer => answer.Pitch).Distinct().Count());
        // From the notes, so that nothing is paid twice.
        foreach (var (request, (agent, balance)) in _transfers)
            Assert.Equal(balance, await TransferAsync(agent, request));
        foreach (var (request, (agent, requirement, pitch)) in _pitches)
            Assert.Equal(pitch, await PitchAsync(agent, request, requirement));
        Assert.Equal(_transfers.Count, await CountAsync("SELECT count(*) FROM market_transfer WHERE reason = 'transfer'"));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running).WaitAsync(Eventually.Patience, TimeProvider.System).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static bool IsOutage(Exception failure) => failure is NpgsqlException or OutcomeUnknownException or TimeoutException;

    private async Task WorkAsync(int agent)
    {
        while (!_stop.IsCancellationRequested)
        {
            var transfer = Guid.NewGuid();
            _transfers[transfer] = (agent, await AnsweredAsync(() => TransferAsync(agent, transfer)));
            // A player is pitched once for a requirement, so each pitch has one of its own.
            var pitch = Guid.NewGuid();
            var requirement = await AnsweredAsync(() => RequireAsync(pitch));
            _pitches[pitch] = (agent, requirement, await AnsweredAsync(() => PitchAsync(agent, pitch, requirement)));
        }
    }

    private async Task<T> AnsweredAsync<T>(Func<Task<T>> request)
    {
        while (true)
        {
            try
            {
                return await request();
            }
            catch (Exception outage) when (IsOutage(outage))
            {
                Interlocked.Increment(ref _failed);
                _failures.AddOrUpdate($"{outage.GetType().Name}: {outage.Message}", 1, (_, count) => count + 1);
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }
        }
    }

    private Task<long> TransferAsync(int agent, Guid request) =>
        _scene.Accounts.TransferAsync(AccountId.Of(new AgentId(agent)), request, AccountId.Of(new AgentId((agent % Agents) + 1)), 1 + (request.GetHashCode() & 3), default);

    private Task<RequirementId> RequireAsync(Guid request) =>
        _scene.Requirements.AddAsync(_club, request, new() { Role = PlayerRole.Forward, Budget = 1_000_000, Deal = Deal.Buy }, default);

    private Task<PitchId> PitchAsync(int agent, Guid request, RequirementId requirement) =>
        _scene.Pitches.SendAsync(new(agent), request, MarketScene.Draft(requirement, new(100 + agent)), default);

    private async Task<int> CountAsync(string sql) => (int)await _scene.Database.RunAsync(session => session.FindAsync<long>(sql, new { }), default);
}
