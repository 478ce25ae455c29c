namespace Orleans.Streaming.Kafka;

/// <summary>
/// The questions to consumers where they stand that are under way. An explicit subscription made while its stream is read has no cursor
/// until its consumer has answered, and must not be taken for none. Guarded by the partition's lock.
/// </summary>
internal sealed class Handshakes
{
    // From an answer to the cursor there are only a few steps of the agent's scheduler; this is ample for them.
    private static readonly TimeSpan AnswerTaken = TimeSpan.FromMilliseconds(250);

    private readonly SortedDictionary<long, DateTimeOffset?> _asked = [];

    /// <summary>The number of the last question.</summary>
    internal long Last { get; private set; }

    internal long Begin()
    {
        _asked.Add(++Last, null);
        return Last;
    }

    internal void End(long number, DateTimeOffset now) => _asked[number] = now;

    /// <summary>Whether a question up to a number still waits for its answer, or its answer for its cursor.</summary>
    internal bool IsOpenUpTo(long number, DateTimeOffset now)
    {
        while (_asked.Count > 0 && _asked.First() is var first && first.Value + AnswerTaken <= now)
            _asked.Remove(first.Key);
        foreach (var (asked, ended) in _asked)
        {
            if (asked > number)
                return false;
            if (ended is null || ended + AnswerTaken > now)
                return true;
        }

        return false;
    }
}
