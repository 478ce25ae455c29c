using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Storage;
using Orleans.Streams;
using Orleans.Streams.Core;
using ShellCorp.Events;
using ShellCorp.Grains.Delivery;
using ShellCorp.Grains.Live;
using ShellCorp.Grains.Placement;
using ShellCorp.Grains.Storage;
using ShellCorp.Grains.Timing;
using ShellCorp.Live;
using ShellCorp.Matches;
using ShellCorp.Teams;

namespace ShellCorp.Grains.Teams;

/// <summary>
/// Holds the latest rating of each player in each of a team's matches. While it applies a batch it asks matches for their sheets, which they
/// give at once; reading a team needs nobody, and activation storage only.
/// </summary>
[ImplicitStreamSubscription(Topics.LiveRatingsByTeam)]
[SiloRole(SiloRole.Matches)]
internal sealed partial class TeamPerformanceGrain
    : Grain, ITeamPerformanceGrain, IStreamSubscriptionObserver, IAsyncBatchObserver<LiveRatingUpdate>, IDisposable
{
    private const int ReadsAtOnce = 16;
    private readonly Dictionary<MatchId, StoredState<TeamMatchState>> _matches = [];
    private readonly HashSet<MatchId> _named = [];
    private readonly StoredState<TeamIndex> _index;
    private readonly IGrainStorage _storage;
    private readonly ILogger<TeamPerformanceGrain> _logger;
    private readonly LiveTeller _live;
    private readonly Pacer _pacer;

    public TeamPerformanceGrain(
        IGrainContextAccessor context,
        [FromKeyedServices(GrainStores.Default)] IGrainStorage storage,
        [FromKeyedServices(GrainClock.Key)] TimeProvider clock,
        IOptions<TeamOptions> options,
        IOptions<LiveOptions> live,
        ILogger<TeamPerformanceGrain> logger)
    {
        (_storage, _logger) = (storage, logger);
        _index = new(storage, "team", context.GrainContext.GrainId, TeamIndex.Empty, index => index.Version);
        _live = new(GrainFactory.GetGrain<ILiveHubGrain>(0), this, live.Value, clock, logger);
        _pacer = new(options.Value.StoreInterval, clock);
    }

    // Ratings whose team nobody told stand under this key.
    private bool IsNoTeam => Team.Value == 0;

    private TeamId Team => new(this.GetPrimaryKeyLong());

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var index = await _index.EnsureAsync();
        foreach (var some in index.Matches.Chunk(ReadsAtOnce))
            await Task.WhenAll(some.Select(OpenAsync));
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _live.StopAsync(cancellationToken);

    public void Dispose() => _live.Dispose();

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => handleFactory.Create<LiveRatingUpdate>().ResumeAsync(this);

    public async Task OnNextAsync(IList<SequentialItem<LiveRatingUpdate>> items)
    {
        if (IsNoTeam)
            return;

        try
        {
            RefuseInvalid(items);
            await _pacer.WaitAsync(CancellationToken.None);
            var changed = false;
            foreach (var match in items.Select(item => item.Item).GroupBy(rating => rating.MatchId))
                changed |= await StoreAsync(match.Key, match) | await LearnNameAsync(match.Key);

            if (changed)
                _live.Tell(new() { Teams = [View.Summary] });
        }
        catch (InconsistentStateException exception)
        {
            LogStateConflict(exception, Team);
            DeactivateOnIdle();
            throw;
        }
    }

    public Task OnErrorAsync(Exception ex)
    {
        LogStreamFailed(ex, Team);
        return Task.CompletedTask;
    }

    private void RefuseInvalid(IList<SequentialItem<LiveRatingUpdate>> items)
    {
        foreach (var item in items)
        {
            Refusal.ThrowIfAny(item.Item.Id, EventValidator.Validate(item.Item));
            Refusal.ThrowIfOther(item.Item.Id, "teamId", item.Item.TeamId?.Value ?? 0, Team.Value);
        }
    }

    private async Task<bool> StoreAsync(MatchId match, IEnumerable<LiveRatingUpdate> ratings)
    {
        var state = await OpenAsync(match);
        var next = state.Value.Upsert(ratings);
        if (ReferenceEquals(next, state.Value))
            return false;

        var index = await _index.EnsureAsync();
        if (!index.Matches.Contains(match))
            await _index.WriteAsync(index.Add(match));

        await state.WriteAsync(next);
        _pacer.Mark();
        return true;
    }

    private async Task<bool> LearnNameAsync(MatchId match)
    {
        if (_named.Contains(match) || await GrainFactory.GetGrain<IMatchGrain>(match.Value).GetSheetAsync(CancellationToken.None) is not { } sheet)
            return false;

        var index = await _index.EnsureAsync();
        var next = index.Learn(Team, sheet);
        if (!ReferenceEquals(next, index))
            await _index.WriteAsync(next);

        _named.Add(match);
        return !ReferenceEquals(next, index);
    }

    private async Task<StoredState<TeamMatchState>> OpenAsync(MatchId match)
    {
        if (!_matches.TryGetValue(match, out var state))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"team-match-{match.Value}");
            _matches[match] = state = new(_storage, name, this.GetGrainId(), TeamMatchState.Empty, one => one.Version);
        }

        await state.EnsureAsync();
        return state;
    }
}
