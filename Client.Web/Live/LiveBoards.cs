namespace ShellCorp.Web.Live;

/// <summary>
/// The start page's board, shared by all browsers and put in order ten times a second at most: many browsers under many changes would
/// otherwise each sort a state of their own.
/// </summary>
public sealed class LiveBoards(LiveStore store, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(100);

    private long _made;
    private volatile LiveBoard _latest = LiveBoard.Of(LiveState.Empty);

    /// <summary>The latest board; where its state isn't the store's, ask again after a moment.</summary>
    public LiveBoard Current
    {
        get
        {
            var state = store.State;
            var latest = _latest;
            if (ReferenceEquals(latest.State, state) || (latest.State.Sequence > 0 && time.GetElapsedTime(Volatile.Read(ref _made)) < Fresh))
                return latest;
            Volatile.Write(ref _made, time.GetTimestamp());
            return _latest = LiveBoard.Of(state);
        }
    }
}
