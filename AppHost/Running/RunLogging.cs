namespace ShellCorp.AppHost.Running;

/// <summary>What a run prints of its log: warnings, to standard error, so that progress stays readable.</summary>
internal static class RunLogging
{
    public static ILoggingBuilder AddRunLogging(this ILoggingBuilder logging) =>
        logging
            .SetMinimumLevel(LogLevel.Warning)
            // These warn of a busy machine, which a run at full speed makes on purpose.
            .AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error)
            .AddFilter("Orleans.Runtime.Scheduler", LogLevel.Error)
            .AddFilter("Orleans.Runtime.SiloLifecycleSubject", LogLevel.Error)
            .AddFilter("Orleans.Runtime.MembershipService.LocalSiloHealthMonitor", LogLevel.Error)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
}
