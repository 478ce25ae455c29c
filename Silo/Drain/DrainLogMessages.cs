namespace ShellCorp.Silo.Drain;

internal static partial class DrainLogMessages
{
    [LoggerMessage(2201, LogLevel.Information, "This silo leaves; it has {Time} to hand over what it has")]
    public static partial void LogDrainBegins(this ILogger logger, TimeSpan time);

    [LoggerMessage(2202, LogLevel.Information, "{Phase} after {Elapsed}")]
    public static partial void LogStepTaken(this ILogger logger, DrainPhase phase, TimeSpan elapsed);

    [LoggerMessage(2203, LogLevel.Warning, "Not {Phase}: time is up after {Elapsed} of this step")]
    public static partial void LogStepCutShort(this ILogger logger, DrainPhase phase, TimeSpan elapsed);

    [LoggerMessage(2204, LogLevel.Error, "Not {Phase}: the step failed after {Elapsed}; the next one is taken")]
    public static partial void LogStepFailed(this ILogger logger, Exception exception, DrainPhase phase, TimeSpan elapsed);

    [LoggerMessage(2205, LogLevel.Information, "Handed over after {Elapsed}; clients are told, and the silo stops")]
    public static partial void LogDrainEnds(this ILogger logger, TimeSpan elapsed);

    [LoggerMessage(2206, LogLevel.Information, "Silo {Silo} leaves: nothing is placed on it any more")]
    public static partial void LogCordoned(this ILogger logger, SiloAddress silo);

    [LoggerMessage(2207, LogLevel.Warning, "Silo {Silo} doesn't acknowledge that this one leaves; it is asked again unless it goes")]
    public static partial void LogNotAcknowledged(this ILogger logger, Exception exception, SiloAddress silo);

    [LoggerMessage(2208, LogLevel.Information, "{Count} activations of {GrainType} move to other silos")]
    public static partial void LogMoving(this ILogger logger, int count, GrainType grainType);

    [LoggerMessage(2209, LogLevel.Information, "Another silo moves its activations; this one waits for its turn")]
    public static partial void LogWaitsForTurn(this ILogger logger);

    [LoggerMessage(2210, LogLevel.Warning, "Activations move although another silo hasn't finished moving its own; calls between them may wait for each other")]
    public static partial void LogNoTurn(this ILogger logger);

    [LoggerMessage(2211, LogLevel.Warning, "Nobody tells whose turn it is to move activations")]
    public static partial void LogTurnUnknown(this ILogger logger, Exception exception);

    [LoggerMessage(2212, LogLevel.Warning, "{Count} activations stay until the silo stops: no other silo takes them")]
    public static partial void LogNoOtherPlace(this ILogger logger, int count);
}
