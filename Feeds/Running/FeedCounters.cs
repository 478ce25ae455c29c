namespace ShellCorp.Feeds.Running;

/// <summary>Counts of a run, written by all its matches.</summary>
internal sealed class FeedCounters
{
    private int _running;
    private int _finished;
    private long _read;
    private long _accepted;
    private long _rejected;
    private long _sentAgain;
    private int _rejections;

    public FeedProgress Snapshot => new()
    {
        MatchesRunning = Volatile.Read(ref _running),
        MatchesFinished = Volatile.Read(ref _finished),
        Read = Interlocked.Read(ref _read),
        Accepted = Interlocked.Read(ref _accepted),
        Rejected = Interlocked.Read(ref _rejected),
        SentAgain = Interlocked.Read(ref _sentAgain),
    };

    public void MatchStarted() => Interlocked.Increment(ref _running);

    public void MatchStopped(bool atItsEnd)
    {
        Interlocked.Decrement(ref _running);
        if (atItsEnd)
            Interlocked.Increment(ref _finished);
    }

    public void RowsRead(int rows) => Interlocked.Add(ref _read, rows);

    public void RowsDone(int accepted, int rejected)
    {
        Interlocked.Add(ref _accepted, accepted);
        Interlocked.Add(ref _rejected, rejected);
    }

    public void EventsSentAgain(int events) => Interlocked.Add(ref _sentAgain, events);

    /// <summary>Counts a rejected event and tells which one it is, from 1.</summary>
    public int CountRejection() => Interlocked.Increment(ref _rejections);
}
