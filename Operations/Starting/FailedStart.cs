using Microsoft.Extensions.Logging;

namespace ShellCorp.Operations.Starting;

/// <summary>Tells why a process doesn't start, when there is no host to tell it.</summary>
public static class FailedStart
{
    /// <summary>The exit code of a process that could not start.</summary>
    public const int ExitCode = 1;

    /// <summary>Logs each reason: a setting's fault in a sentence, anything else with all that is known of it.</summary>
    /// <param name="process">What doesn't start.</param>
    /// <param name="exception">What it failed with.</param>
    /// <param name="isSetting">Whether an exception's message says all there is to say.</param>
    public static void Explain(string process, Exception exception, Func<Exception, bool> isSetting)
    {
        ArgumentNullException.ThrowIfNull(isSetting);
        using var loggers = LoggerFactory.Create(logging => logging.AddSimpleConsole());
        var logger = loggers.CreateLogger(typeof(FailedStart));
        var reasons = exception is AggregateException all ? all.Flatten().InnerExceptions : [exception];
        foreach (var reason in reasons)
            logger.LogNotStarted(isSetting(reason) ? null : reason, process, reason.Message);
    }
}
