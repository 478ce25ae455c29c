using Microsoft.AspNetCore.Components;
using ShellCorp.Events;
using ShellCorp.Live;
using ShellCorp.Web.Components.Shared;
using ShellCorp.Web.Players;

namespace ShellCorp.Web.Components.Pages;

/// <summary>A player: profile, matches with ratings, the line over the latest match, the radar of skills.</summary>
public sealed partial class PlayerPage
{
    private long? _shown;
    private PlayerId _player;
    private PlayerCareer? _career;
    private RatingLineModel? _line;
    private LiveRatingUpdate? _explained;
    private bool _failed;

    /// <summary>The player.</summary>
    [Parameter]
    public long Id { get; set; }

    [Inject]
    private PlayerCareers Careers { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<PlayerPage> Logger { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Id)
            return;
        (_shown, _player, _career, _line, _explained) = (Id, new(Id), null, null, null);
        await LoadAsync();
    }

    protected override bool Concerns(LiveChanges changes) => changes.Ratings.Any(r => r.PlayerId.Value == Id);

    protected override async Task RefreshAsync()
    {
        try
        {
            _career = (_career is null ? null : Careers.TryRefresh(_career)) ?? await Careers.FindAsync(_player, Gone);
            if (_career?.Latest is { } latest && latest.Rating != _explained)
            {
                var why = await Careers.ExplainAsync(_player, latest.MatchId, Gone);
                _line = why is null ? null : new(why.Line, why.Rating.Live.Time);
                _explained = latest.Rating;
            }

            _failed = false;
        }
        catch (Exception exception) when (!Gone.IsCancellationRequested)
        {
            // What was read before stays on the page.
            LogPlayerFailed(Logger, exception, _player);
            _failed = true;
        }
    }

    private async Task LoadAsync()
    {
        await RefreshAsync();
        if (_career is null && !_failed)
            Navigation.NotFound();
    }

    [LoggerMessage(43, LogLevel.Warning, "Player {Player} couldn't be read")]
    private static partial void LogPlayerFailed(ILogger logger, Exception exception, PlayerId player);
}
