namespace ShellCorp.Web.Live;

/// <summary>The start page's board, put in order once a state and shared by all browsers.</summary>
public sealed class LiveBoards(LiveStore store)
{
    private volatile LiveBoard _latest = LiveBoard.Of(LiveState.Empty);

    /// <summary>The board of the latest state.</summary>
    public LiveBoard Current
    {
        get
        {
            var state = store.State;
            var latest = _latest;
            if (latest.State != state)
                _latest = latest = LiveBoard.Of(state);
            return latest;
        }
    }
}
