using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Matches;
using ShellCorp.Players;
using ShellCorp.Teams;
using ShellCorp.Web.Live;
using ShellCorp.Web.Matches;
using ShellCorp.Web.Players;

namespace ShellCorp.Web.Api.Queries;

/// <summary>What can be read by HTTP.</summary>
internal sealed partial class ApiQueries(
    IGrainFactory grains, LiveStore store, LiveBoards boards, MatchViews views, PlayerCareers careers, ILogger<ApiQueries> logger)
{
    private static readonly string[] Phases = [.. Enum.GetNames<MatchPhase>().Select(n => n.ToLowerInvariant())];

    public IResult Matches(string? phase)
    {
        if (phase is not null && !Phases.Contains(phase))
            return Problems.BadParameter("phase", phase, $"is unknown; allowed are {string.Join(", ", Phases)}");
        var board = boards.Current;
        var all = board.Playing.SelectMany(g => g.Matches).Concat(board.Scheduled).Concat(board.Finished);
        return Json(new MatchList(
            ConnectionAnswer.Of(store),
            [.. all.Where(m => phase is null || phase.Equals(m.Phase.ToString(), StringComparison.OrdinalIgnoreCase))]));
    }

    public Task<IResult> MatchAsync(long id, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        var match = new MatchId(id);
        var known = store.State.Matches.GetValueOrDefault(match)?.Version ?? 0;
        return await views.GetAsync(match, known, cancellationToken) is { } view
            ? Json(view with { Ratings = Fresh(match, view.Ratings) })
            : Problems.NotFound($"No fact of match {match} is known.");
    }, cancellationToken);

    public Task<IResult> ExplainAsync(long id, long playerId, CancellationToken cancellationToken) => AskAsync(
        async () => await grains.GetGrain<IPlayerRatingGrain>(playerId).ExplainAsync(new(id), cancellationToken) is { } why
            ? Json(why)
            : Problems.NotFound($"Player {playerId} has no rating in match {id}."), cancellationToken);

    public Task<IResult> PlayerAsync(long id, CancellationToken cancellationToken) => AskAsync(
        async () => await careers.FindAsync(new(id), cancellationToken) is { } career
            ? Json(new PlayerAnswer(career.PlayerId, career.Name, career.Role, career.TeamId, [.. career.Matches.Select(m => m.Rating)]))
            : Problems.NotFound($"Neither a line-up nor an event has named player {id}."), cancellationToken);

    public IResult Teams() => Json(new TeamList(ConnectionAnswer.Of(store), boards.Current.Teams));

    public Task<IResult> TeamAsync(long id, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        var view = await grains.GetGrain<ITeamPerformanceGrain>(id).GetViewAsync(cancellationToken);
        return view.Matches.IsEmpty ? Problems.NotFound($"Team {id} has no rated match.") : Json(view);
    }, cancellationToken);

    private ImmutableArray<LiveRatingUpdate> Fresh(MatchId match, ImmutableArray<LiveRatingUpdate> read)
    {
        var live = store.State.RatingsOf(match);
        return [.. live.Values.Select(r => r.Update)
            .Concat(read)
            .GroupBy(r => r.PlayerId)
            .Select(g => g.MaxBy(r => r.Version)!)
            .OrderBy(r => r.PlayerId.Value)];
    }

    private static IResult Json<T>(T value) => Results.Json(value, ApiJson.Default);

    private async Task<IResult> AskAsync(Func<Task<IResult>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing but calls of grains fails here: by time-out, by what a store threw, or because no cluster was ever reached.
            LogReadFailed(logger, exception);
            return Problems.Unavailable("What was asked for couldn't be read in time. Nothing is lost; ask again after Retry-After.");
        }
    }

    [LoggerMessage(51, LogLevel.Warning, "A question to the cluster failed; it is answered with 503")]
    private static partial void LogReadFailed(ILogger logger, Exception exception);
}
