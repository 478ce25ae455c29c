using Microsoft.Extensions.Options;
using Oltp.Sessions;
using Orleans.Streaming.Kafka;
using ShellCorp.Events;
using ShellCorp.Grains.Market;
using ShellCorp.Silo.Kafka;
using ShellCorp.Silo.Market;
using ShellCorp.Silo.Projection.Tables;

namespace ShellCorp.Silo.Projection;

/// <summary>Runs the projector on a silo, and leaves its group when the silo drains or stops.</summary>
internal sealed class ProjectorService(
    MarketDatabase market,
    KafkaDeadLetters deadLetters,
    KafkaOptions kafka,
    IOptions<ProjectionOptions> options,
    ProjectorStatus status,
    TimeProvider time,
    ILogger<Projector> logger) : BackgroundService, IKafkaGroupMember
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Provider => "projection";

    /// <inheritdoc/>
    public async Task LeaveAsync(CancellationToken cancellationToken = default)
    {
        await _leaving.CancelAsync();
        await _left.Task.WaitAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _leaving.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token, stoppingToken);
        try
        {
            var tables = new ProjectionTables(await market.OpenAsync().WaitAsync(either.Token), ProjectionSql.Live, AlertAsync);
            using var projector = new Projector(tables, deadLetters, kafka, options.Value, status, time, logger);
            projector.Start();
            await Task.Delay(Timeout.InfiniteTimeSpan, time, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await projector.StopAsync(CancellationToken.None);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // It is told to go before the database was open.
        }
        finally
        {
            _left.TrySetResult();
        }
    }

    private Task AlertAsync(OltpSession session, IReadOnlyCollection<LiveRatingUpdate> ratings) =>
        RatingAlerts.NoteAsync(new MarketSession(session), Moment.Of(time.GetUtcNow()), ratings);
}
