namespace ShellCorp.Silo.Projection;

/// <summary>When to try again after failures: the wait doubles with each, and begins anew with the first success.</summary>
internal sealed class Retry(ProjectionOptions options, TimeProvider time)
{
    private const int MostDoublings = 30;
    private int _failures;
    private long _since;

    public TimeSpan Wait { get; private set; }

    public bool IsDue => _failures == 0 || time.GetElapsedTime(_since) >= Wait;

    public void Failed()
    {
        _since = time.GetTimestamp();
        var wait = options.RetryBackoffMin * Math.Pow(2, Math.Min(_failures++, MostDoublings));
        Wait = wait < options.RetryBackoffMax ? wait : options.RetryBackoffMax;
    }

    public void Succeeded() => _failures = 0;
}
