using ShellCorp.Analytics.Warehouse;

namespace ShellCorp.Analytics.Landing;

/// <summary>Runs the lander for as long as the process does. Where it can't go on the process ends with exit code 1.</summary>
internal sealed class LandingService(Lander lander, IWarehouse warehouse, IHostApplicationLifetime lifetime, ILogger<LandingService> logger) : BackgroundService
{
    /// <summary>Why landing has stopped; null while it runs.</summary>
    public string? StoppedBecause { get; private set; }

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await warehouse.PrepareAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // It blocks its thread between records.
            await Task.Run(() => lander.RunAsync(stoppingToken), CancellationToken.None);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            logger.LogEnded();
        }
        catch (Exception exception)
        {
            StoppedBecause = exception.Message;
            logger.LogStopped(exception.Message, exception);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }
}
