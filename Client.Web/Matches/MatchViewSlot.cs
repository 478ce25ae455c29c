using ShellCorp.Matches;

namespace ShellCorp.Web.Matches;

/// <summary>One match's place in <see cref="MatchViews"/>: the newest view, and the call under way if there is one.</summary>
internal sealed class MatchViewSlot(Func<Task<MatchView>> read)
{
    private readonly Lock _gate = new();
    private Task<MatchView?>? _reading;

    public MatchView? Latest { get; private set; }

    public Task<MatchView?> GetAsync(int atLeast)
    {
        lock (_gate)
        {
            if (Latest is { } latest && latest.Summary.Version >= atLeast)
                return Task.FromResult<MatchView?>(latest);
            return _reading ??= ReadAsync();
        }
    }

    private async Task<MatchView?> ReadAsync()
    {
        // The field must be assigned before it is cleared.
        await Task.Yield();
        try
        {
            var view = await read();
            if (view.Applied == 0 && view.Sheet is null && view.Ratings.IsEmpty)
                return null;
            lock (_gate)
            {
                if (Latest is null || view.Summary.Version >= Latest.Summary.Version)
                    Latest = view;
                return Latest;
            }
        }
        finally
        {
            lock (_gate)
                _reading = null;
        }
    }
}
