namespace Orleans.Streaming.Kafka;

/// <summary>How a cursor goes on after failures: when, and with how many records at a time. Guarded by the partition's lock.</summary>
internal sealed class RetryState(KafkaStreamOptions options)
{
    // Well below Orleans's response time-out, beyond which a batch counts as failed though the consumer is still at it.
    private static readonly TimeSpan LongDelivery = TimeSpan.FromSeconds(5);

    /// <summary>Failures in a row.</summary>
    internal int Failures { get; private set; }

    /// <summary>Most records of the next batch.</summary>
    internal int Limit { get; private set; } = options.MaxBatchRecords;

    internal DateTimeOffset? NotBefore { get; private set; }

    internal DateTimeOffset? FailingSince { get; private set; }

    internal string? Reason { get; private set; }

    /// <summary>The consumer has taken a batch: larger ones may follow, unless it took long.</summary>
    internal void Succeeded(int count, TimeSpan took)
    {
        Answered();
        Limit = took > LongDelivery ? Math.Max(1, count / 2) : Math.Min(options.MaxBatchRecords, Limit * 2);
    }

    /// <summary>The consumer works, whatever it thinks of the record.</summary>
    internal void Answered()
    {
        Failures = 0;
        NotBefore = FailingSince = null;
        Reason = null;
    }

    /// <summary>A batch was refused for one of its records: halves of it go out at once, until that one is alone.</summary>
    internal void Refused(int count)
    {
        Answered();
        Limit = Math.Max(1, count / 2);
    }

    /// <summary>Half as many records the next time, so that what a single record causes holds up the fewest others before it.</summary>
    internal void Failed(int count, string reason, DateTimeOffset now, double jitter)
    {
        Failures++;
        FailingSince ??= now;
        Reason = reason;
        Limit = Math.Max(1, count / 2);
        NotBefore = now + Backoff.After(Failures, options.RetryBackoffMin, options.RetryBackoffMax, jitter);
    }
}
