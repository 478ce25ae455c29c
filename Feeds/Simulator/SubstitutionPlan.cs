using ShellCorp.Events;

namespace ShellCorp.Feeds.Simulator;

/// <summary>When each side wants to substitute; it happens at the next interruption.</summary>
internal sealed class SubstitutionPlan
{
    private const int Fewest = 3;
    private const int Most = 5;
    private const int FirstMinute = 46;
    private const int LastMinute = 89;

    private readonly PriorityQueue<Side, int> _wanted = new();

    public SubstitutionPlan(Side home, Side away, SeededRandom random)
    {
        foreach (var side in (ReadOnlySpan<Side>)[home, away])
        {
            for (var count = Fewest + random.Below(Most - Fewest + 1); count > 0; count--)
                _wanted.Enqueue(side, FirstMinute + random.Below(LastMinute - FirstMinute));
        }
    }

    public void Make(MatchTime now, MatchScribe scribe, SeededRandom random)
    {
        while (now.Period != MatchPeriod.FirstHalf && _wanted.TryPeek(out var side, out var minute) && minute <= now.Minute)
        {
            _wanted.Dequeue();
            if (side.Substitute(random) is var (off, on))
                scribe.Note(scribe.Fact(MatchFact.Substitution, side.Id, off.Id) with { PlayerInId = on.Id });
        }
    }
}
