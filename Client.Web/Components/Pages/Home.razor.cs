using Microsoft.AspNetCore.Components;
using ShellCorp.Live;
using ShellCorp.Web.Components.Shared;
using ShellCorp.Web.Live;
using ShellCorp.Web.Matches;

namespace ShellCorp.Web.Components.Pages;

/// <summary>The start page: what is being played, the best players now, the teams.</summary>
public sealed partial class Home
{
    private const int First = 20;

    private LiveBoard _board = LiveBoard.Of(LiveState.Empty);
    private bool _allFinished;
    private bool _allScheduled;

    [Inject]
    private LiveBoards Boards { get; set; } = null!;

    [Inject]
    private MatchViews Views { get; set; } = null!;

    [Inject]
    private ILogger<Home> Logger { get; set; } = null!;

    protected override Task OnInitializedAsync() => RefreshAsync();

    protected override bool Concerns(LiveChanges changes) => true;

    protected override async Task RefreshAsync()
    {
        _board = Boards.Current;
        if (!ReferenceEquals(_board.State, Store.State))
            Mark();
        var unnamed = _board.Top.Select(r => r.Update.MatchId).Distinct().Where(m => Views.Find(m)?.Sheet is null).ToArray();
        try
        {
            await Task.WhenAll(unnamed.Select(m => Views.GetAsync(m, _board.VersionOf(m), Gone)));
        }
        catch (Exception exception) when (!Gone.IsCancellationRequested)
        {
            // Names are missing, numbers aren't: the next change tries again.
            LogNamesFailed(Logger, exception);
        }
    }

    private static string Name(string competition) => competition.Length == 0 ? "Other matches" : competition;

    private static int Limit(bool all) => all ? int.MaxValue : First;

    private TopPlayerModel Entry(LiveRating rating)
    {
        var update = rating.Update;
        var known = Views.Find(update.MatchId)?.Sheet?.Find(update.PlayerId);
        return new(update.PlayerId, update.MatchId, known?.Player.Name ?? $"Player {update.PlayerId}", known?.Team.Name ?? "", RatingFace.Of(rating));
    }

    [LoggerMessage(40, LogLevel.Warning, "Line-ups for the list of the best players couldn't be read")]
    private static partial void LogNamesFailed(ILogger logger, Exception exception);
}
