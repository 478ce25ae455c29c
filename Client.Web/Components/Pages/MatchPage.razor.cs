using Microsoft.AspNetCore.Components;
using ShellCorp.Live;
using ShellCorp.Matches;
using ShellCorp.Web.Matches;

namespace ShellCorp.Web.Components.Pages;

/// <summary>A match: score, timeline, line-ups with ratings that move, and why they are what they are.</summary>
public sealed partial class MatchPage
{
    private long? _shown;
    private MatchId _match;
    private MatchView? _view;
    private MatchBoard? _board;
    private PlayerRow? _picked;
    private bool _failed;

    /// <summary>The match.</summary>
    [Parameter]
    public long Id { get; set; }

    /// <summary>The player whose rating is explained; in the address, so that it can be sent to somebody.</summary>
    [SupplyParameterFromQuery(Name = "player")]
    public long? PlayerNumber { get; set; }

    [Inject]
    private MatchViews Views { get; set; } = null!;

    [Inject]
    private MatchBoards Boards { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<MatchPage> Logger { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != Id)
        {
            (_shown, _match, _view, _board) = (Id, new(Id), null, null);
            await LoadAsync();
        }

        Pick();
    }

    protected override bool Concerns(LiveChanges changes) =>
        changes.Ratings.Any(r => r.MatchId.Value == Id) || changes.Matches.Any(m => m.MatchId.Value == Id);

    protected override async Task RefreshAsync()
    {
        var known = Store.State.Matches.GetValueOrDefault(_match)?.Version ?? 0;
        if (_view is null || _view.Summary.Version < known)
            await TryReadAsync(known);
        Build();
    }

    private async Task LoadAsync()
    {
        await RefreshAsync();
        if (_board is null && !_failed)
            Navigation.NotFound();
    }

    private async Task TryReadAsync(int atLeast)
    {
        try
        {
            _view = await Views.GetAsync(_match, atLeast, Gone) ?? _view;
            _failed = false;
        }
        catch (Exception exception) when (!Gone.IsCancellationRequested)
        {
            // The live state still tells score and ratings; the timeline follows with the next change.
            LogViewFailed(Logger, exception, _match);
            _failed = true;
        }
    }

    private void Build()
    {
        _board = Boards.Find(_match, Store.State, _view);
        Pick();
    }

    private void Pick() => _picked = PlayerNumber is { } player ? _board?.Players.FirstOrDefault(p => p.PlayerId.Value == player) : null;

    private void Open(PlayerId player) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("player", player.Value));

    private void Close() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("player", (long?)null));

    [LoggerMessage(41, LogLevel.Warning, "Match {Match} couldn't be read")]
    private static partial void LogViewFailed(ILogger logger, Exception exception, MatchId match);
}
