using System.Threading.Channels;
using ShellCorp.Events;
using ShellCorp.Live;
using ShellCorp.Web.Live;

namespace ShellCorp.Web.Api.Live;

/// <summary>
/// One client's share of what changes: the latest rating of each player and match since it last took some. It can't grow beyond the number
/// of ratings that are live, however slow the client.
/// </summary>
internal sealed class RatingFeed : ILiveListener, IDisposable
{
    private readonly Lock _gate = new();
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly MatchId? _only;
    private readonly IDisposable _registration;
    private Dictionary<(MatchId, PlayerId), LiveRatingUpdate> _pending = [];

    /// <summary>Listens from now on; what is known already is pending at once.</summary>
    public RatingFeed(LiveStore store, MatchId? only)
    {
        _only = only;
        _registration = store.Listen(this);
        var known = only is { } match ? store.State.RatingsOf(match).Values : store.State.Ratings.Values.SelectMany(r => r.Values);
        Add(known.Select(r => r.Update));
    }

    /// <summary>How the hub stands has changed since this was last false.</summary>
    public bool ConnectionChanged { get; set; } = true;

    public void OnLive(LiveChanges accepted) => Add(accepted.Ratings);

    public void OnConnection(LiveConnection connection)
    {
        ConnectionChanged = true;
        _signal.Writer.TryWrite(true);
    }

    /// <summary>Waits until something is pending.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _signal.Reader.ReadAsync(cancellationToken);

    /// <summary>What is pending, the latest version of each; none of it is pending afterwards.</summary>
    public IReadOnlyCollection<LiveRatingUpdate> Take()
    {
        lock (_gate)
        {
            var taken = _pending.Values;
            _pending = [];
            return taken;
        }
    }

    public void Dispose() => _registration.Dispose();

    private void Add(IEnumerable<LiveRatingUpdate> updates)
    {
        var any = false;
        lock (_gate)
        {
            foreach (var update in updates.Where(u => _only is null || u.MatchId == _only))
            {
                var key = (update.MatchId, update.PlayerId);
                if (_pending.TryGetValue(key, out var known) && known.Version >= update.Version)
                    continue;
                _pending[key] = update;
                any = true;
            }
        }

        if (any)
            _signal.Writer.TryWrite(true);
    }
}
