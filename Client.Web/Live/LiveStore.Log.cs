namespace ShellCorp.Web.Live;

public sealed partial class LiveStore
{
    [LoggerMessage(1, LogLevel.Error, "A listener of type {Listener} failed and gets no more changes; the others do")]
    private static partial void LogListenerDropped(ILogger logger, Exception exception, string listener);
}
