using ShellCorp.Events;

namespace ShellCorp.Grains.Ingest;

/// <summary>The line-ups that one call needs, each asked for once, also where the question fails.</summary>
internal sealed class SheetLookup(KnownSheets sheets, CancellationToken cancellationToken)
{
    private readonly Dictionary<MatchId, Task<MatchSheet?>> _held = [];
    private readonly Dictionary<MatchId, Task<MatchSheet?>> _fresh = [];

    /// <summary>A line-up as this silo knows it.</summary>
    public Task<MatchSheet?> HeldAsync(MatchId match) => Once(_held, match, sheets.GetAsync);

    /// <summary>A line-up as the match knows it.</summary>
    public Task<MatchSheet?> FreshAsync(MatchId match) => Once(_fresh, match, sheets.ReadAsync);

    private Task<MatchSheet?> Once(
        Dictionary<MatchId, Task<MatchSheet?>> asked, MatchId match, Func<MatchId, CancellationToken, Task<MatchSheet?>> ask)
    {
        if (!asked.TryGetValue(match, out var answer))
            asked[match] = answer = ask(match, cancellationToken);

        return answer;
    }
}
