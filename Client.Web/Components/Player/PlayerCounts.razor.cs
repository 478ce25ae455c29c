using Microsoft.AspNetCore.Components;
using ShellCorp.Counters;
using ShellCorp.Events;

namespace ShellCorp.Web.Components.Player;

/// <summary>A player's totals, summed over all regions. Read beside the page, since where they are kept may be slow or away.</summary>
public sealed partial class PlayerCounts
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private const string Visitor = "web";

    private readonly CancellationTokenSource _gone = new();
    private PlayerCounters? _counters;
    private Task _reading = Task.CompletedTask;

    /// <summary>The player.</summary>
    [Parameter, EditorRequired]
    public PlayerId Player { get; set; }

    [Inject]
    private IGrainFactory Grains { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<PlayerCounts> Logger { get; set; } = null!;

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _reading = ReadUntilGoneAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await _reading;
        _gone.Dispose();
    }

    private async Task ReadUntilGoneAsync()
    {
        await TellViewBestEffortAsync();
        try
        {
            using var timer = new PeriodicTimer(Interval, Time);
            do
                await ReadAsync();
            while (await timer.WaitForNextTickAsync(_gone.Token));
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The page was left: nobody waits for the counters.
            return;
        }
    }

    /// <summary>Lets the view be counted; nobody who looks at the page waits for that, or hears that it failed.</summary>
    private async Task TellViewBestEffortAsync()
    {
        try
        {
            await Grains.GetGrain<IAttentionGrain>(Player.Value).TellAsync(AttentionKind.Viewed, Visitor, $"view/{Player}/{Guid.NewGuid():N}", _gone.Token);
        }
        catch (Exception exception)
        {
            LogViewNotTold(Logger, exception, Player);
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            var read = await Grains.GetGrain<IPlayerCountersGrain>(Player.Value).GetAsync(_gone.Token);
            if (read is null)
                return;
            _counters = read;
            await InvokeAsync(StateHasChanged);
        }
        catch (Exception exception) when (!_gone.IsCancellationRequested)
        {
            // What was read before stays on the page.
            LogNotRead(Logger, exception, Player);
        }
    }

    [LoggerMessage(45, LogLevel.Debug, "A view of player {Player} couldn't be told")]
    private static partial void LogViewNotTold(ILogger logger, Exception exception, PlayerId player);

    [LoggerMessage(44, LogLevel.Warning, "The counters of player {Player} couldn't be read")]
    private static partial void LogNotRead(ILogger logger, Exception exception, PlayerId player);
}
