using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using ShellCorp.Events;
using ShellCorp.Players;
using ShellCorp.Web.Components.Shared;
using ShellCorp.Web.Matches;

namespace ShellCorp.Web.Components.Match;

/// <summary>Why a player's rating is what it is; read again whenever the rating has moved.</summary>
public sealed partial class WhyPanel
{
    private RatingExplanation? _explanation;
    private PlayerRow? _explained;
    private ElementReference _dialog;
    private bool _loading;
    private bool _loaded;
    private bool _failed;

    [Parameter, EditorRequired]
    public MatchId Match { get; set; }

    [Parameter, EditorRequired]
    public MatchTime Clock { get; set; }

    [Parameter, EditorRequired]
    public PlayerRow Player { get; set; } = null!;

    [Parameter]
    public EventCallback OnClose { get; set; }

    [Inject]
    private IGrainFactory Grains { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Inject]
    private ILogger<WhyPanel> Logger { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        // A call under way: the loop below sees the newer row when it ends.
        if (_loading)
            return;
        _loading = true;
        try
        {
            while (_explained != Player)
                await TryLoadAsync(Player);
        }
        finally
        {
            _loading = false;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // A modal dialog keeps the focus inside and gives it back; the page behind can't be reached meanwhile.
        if (firstRender)
            await Js.InvokeVoidAsync("shellcorp.showModal", _dialog);
    }

    private async Task TryLoadAsync(PlayerRow player)
    {
        try
        {
            if (_explained?.PlayerId != player.PlayerId)
                (_explanation, _loaded) = (null, false);
            var explanation = await Grains.GetGrain<IPlayerRatingGrain>(player.PlayerId.Value).ExplainAsync(Match, CancellationToken.None);
            (_explanation, _failed) = (explanation, false);
        }
        catch (Exception exception)
        {
            LogExplanationFailed(Logger, exception, player.PlayerId, Match);
            _failed = true;
        }

        _explained = player;
        _loaded = true;
    }

    private RatingLineModel Line(RatingExplanation why) =>
        new(why.Line, why.Rating.Live.Final || Clock < why.Rating.Live.Time || Player.WentOff is not null ? why.Rating.Live.Time : Clock);

    private Task OnKey(KeyboardEventArgs key) => key.Key == "Escape" ? OnClose.InvokeAsync() : Task.CompletedTask;

    [LoggerMessage(42, LogLevel.Warning, "The rating of player {Player} in match {Match} couldn't be explained")]
    private static partial void LogExplanationFailed(ILogger logger, Exception exception, PlayerId player, MatchId match);
}
