namespace ShellCorp.Silo.Drain.Cordons;

/// <inheritdoc cref="ICordonService"/>
internal sealed class CordonService(GrainId id, Orleans.Runtime.Silo silo, ILoggerFactory loggers, CordonBook cordons) : GrainService(id, silo, loggers), ICordonService
{
    private readonly ILogger _logger = loggers.CreateLogger<CordonService>();

    public Task CordonAsync(SiloAddress leaving)
    {
        if (cordons.Add(leaving))
            _logger.LogCordoned(leaving);
        return Task.CompletedTask;
    }
}
