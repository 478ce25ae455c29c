using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Tests.Running;

/// <summary>Matches of so many steps, a second apart: a line-up that is no row, then rows a pass each, every tenth a goal too.</summary>
internal sealed class ScriptedFeed(int matches, int steps) : IMatchFeed
{
    public string Name => "scripted";

    /// <summary>Called before each match is read.</summary>
    public Action<int> OnRead { get; init; } = _ => { };

    public IAsyncEnumerable<FeedMatch> ReadAsync(CancellationToken cancellationToken) => Enumerable.Range(1, matches)
        .Select(match =>
        {
            OnRead(match);
            return new FeedMatch(new(match), $"match {match}", [LineUp(match), .. Enumerable.Range(1, steps - 1).Select(step => Row(match, step))]);
        })
        .ToAsyncEnumerable();

    public static string PassId(int match, int step) => FormattableString.Invariant($"{match}/pass/{step}");

    public static string GoalId(int match, int step) => FormattableString.Invariant($"{match}/goal/{step}");

    private static FeedStep LineUp(int match) => new()
    {
        At = TimeSpan.Zero,
        IsRow = false,
        MatchUpdates = [new MatchUpdate { Id = FormattableString.Invariant($"{match}/line-up"), MatchId = new(match), Kind = MatchFact.LineUp }],
    };

    private static FeedStep Row(int match, int step) => new()
    {
        At = TimeSpan.FromSeconds(step),
        IsRow = true,
        PlayerUpdates = [new PlayerUpdate { Id = PassId(match, step), MatchId = new(match), PlayerId = new(7), Kind = PlayerAction.Pass }],
        MatchUpdates = step % 10 == 0
            ? ImmutableArray.Create(new MatchUpdate { Id = GoalId(match, step), MatchId = new(match), Kind = MatchFact.Goal, TeamId = new(1) })
            : [],
    };
}
