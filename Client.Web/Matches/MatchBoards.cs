using Microsoft.Extensions.Caching.Memory;
using ShellCorp.Matches;
using ShellCorp.Web.Live;

namespace ShellCorp.Web.Matches;

/// <summary>Boards of matches, built once for all browsers that look at the same picture of the same match.</summary>
public sealed class MatchBoards : IDisposable
{
    private readonly MemoryCache _latest = new(new MemoryCacheOptions { SizeLimit = 1000 });

    /// <summary>The board of a match, or null where nothing is known of it.</summary>
    public MatchBoard? Find(MatchId match, LiveState state, MatchView? view)
    {
        var picture = new Picture(state.Matches.GetValueOrDefault(match), state.RatingsOf(match), view);
        if (_latest.TryGetValue(match, out Entry? entry) && entry!.Picture.IsSame(picture))
            return entry.Board;
        var board = MatchBoardBuilder.Build(match, state, view);
        using var slot = _latest.CreateEntry(match);
        (slot.Value, slot.Size) = (new Entry(picture, board), 1);
        return board;
    }

    public void Dispose() => _latest.Dispose();

    private sealed record Entry(Picture Picture, MatchBoard? Board);

    // All three are immutable, so the same references are the same picture.
    private sealed record Picture(MatchSummary? Summary, object Ratings, MatchView? View)
    {
        public bool IsSame(Picture other) =>
            ReferenceEquals(Summary, other.Summary) && ReferenceEquals(Ratings, other.Ratings) && ReferenceEquals(View, other.View);
    }
}
