using System.Globalization;
using Microsoft.AspNetCore.Components;
using ShellCorp.Live;
using ShellCorp.Matches;
using ShellCorp.Teams;
using ShellCorp.Web.Matches;

namespace ShellCorp.Web.Components.Pages;

/// <summary>A team: form and matches.</summary>
public sealed partial class TeamPage
{
    private long? _shown;
    private TeamId _team;
    private TeamView? _view;
    private bool _failed;

    /// <summary>The team.</summary>
    [Parameter]
    public long Id { get; set; }

    [Inject]
    private IGrainFactory Grains { get; set; } = null!;

    [Inject]
    private MatchViews Views { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<TeamPage> Logger { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Id)
            return;
        (_shown, _team, _view) = (Id, new(Id), null);
        await LoadAsync();
    }

    protected override bool Concerns(LiveChanges changes) =>
        changes.Teams.Any(t => t.TeamId.Value == Id)
        || changes.Matches.Any(m => m.HomeTeam?.Value == Id || m.AwayTeam?.Value == Id);

    protected override async Task RefreshAsync()
    {
        try
        {
            var view = await Grains.GetGrain<ITeamPerformanceGrain>(Id).GetViewAsync(Gone);
            await Task.WhenAll(view.Matches.Where(m => SummaryOf(m.MatchId) is null).Select(m => Views.GetAsync(m.MatchId, 0, Gone)));
            _view = view.Matches.IsEmpty && NamedByMatch() is null && !Store.State.Teams.ContainsKey(_team) ? null : view;
            _failed = false;
        }
        catch (Exception exception) when (!Gone.IsCancellationRequested)
        {
            // What was read before stays on the page.
            LogTeamFailed(Logger, exception, _team);
            _failed = true;
        }
    }

    private async Task LoadAsync()
    {
        await RefreshAsync();
        if (_view is null && !_failed)
            Navigation.NotFound();
    }

    private MatchSummary? SummaryOf(MatchId match) => Store.State.Matches.GetValueOrDefault(match) ?? Views.Find(match)?.Summary;

    // The grain learns a team's name only with a rating; a line-up tells it before.
    private string NameOf(TeamView view) =>
        view.Summary.Name == view.Summary.TeamId.ToString() ? NamedByMatch() ?? $"Team {Id}" : view.Summary.Name;

    private string? NamedByMatch() => Store.State.Matches.Values
        .Select(m => m.HomeTeam == _team ? m.Home : m.AwayTeam == _team ? m.Away : null)
        .FirstOrDefault(name => name is not null);

    private string? Result(MatchSummary? match)
    {
        if (match is not { Phase: MatchPhase.Finished })
            return null;
        var (own, other) = match.HomeTeam == _team ? (match.HomeScore, match.AwayScore) : (match.AwayScore, match.HomeScore);
        return own > other ? "W" : own < other ? "L" : "D";
    }

    private static string Long(string result) => result switch { "W" => "won", "L" => "lost", _ => "drawn" };

    private static string Title(MatchId match, MatchSummary? summary) => summary is null
        ? $"Match {match}"
        : string.Create(CultureInfo.InvariantCulture, $"{summary.Home} {summary.HomeScore}–{summary.AwayScore} {summary.Away}");

    [LoggerMessage(44, LogLevel.Warning, "Team {Team} couldn't be read")]
    private static partial void LogTeamFailed(ILogger logger, Exception exception, TeamId team);
}
