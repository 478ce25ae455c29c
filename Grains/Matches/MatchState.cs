using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Grains.Delivery;

namespace ShellCorp.Grains.Matches;

/// <summary>
/// A match as the set of its facts: score, phase, sheet and what is derived for players are functions of the set, so that order doesn't matter.
/// </summary>
[GenerateSerializer, Immutable, Alias("shellcorp.match-state.v1")]
public sealed record MatchState
{
    /// <summary>Nothing known.</summary>
    public static MatchState Empty { get; } = new();

    /// <summary>The applied facts' identities.</summary>
    [Id(0)] public AppliedEvents Events { get; init; } = AppliedEvents.Empty;

    /// <summary>The facts in the order in which they were applied; of interruptions only the time is kept.</summary>
    [Id(1)] public ImmutableArray<MatchUpdate> Facts { get; init; } = [];

    /// <summary>How many of <see cref="Facts"/>, from the start, have all that they mean for players in the log.</summary>
    [Id(2)] public int Derived { get; init; }

    /// <summary>The latest moment told by a fact.</summary>
    [Id(3)] public MatchTime Clock { get; init; }

    /// <summary>Players that have a rating but no place in a line-up, ascending; with the squads, all whose ratings there are.</summary>
    [Id(4)] public ImmutableArray<PlayerId> Outsiders { get; init; } = [];

    /// <summary>Whether the players' updates of every fact are in the log.</summary>
    public bool IsDerived => Derived == Facts.Length;

    /// <summary>The line-ups, in the order in which they were applied.</summary>
    public IEnumerable<MatchSheet> Sheets => SheetsOf(Facts);

    /// <summary>The line-ups whose players may not be registered yet.</summary>
    public IEnumerable<MatchSheet> NewSheets => SheetsOf(Facts[Derived..]);

    /// <summary>Applies the new facts of a delivery.</summary>
    public MatchState Apply(Sifted<MatchUpdate> sifted) => sifted.Fresh.IsEmpty ? this : this with
    {
        Events = sifted.Next,
        Facts = [.. Facts, .. sifted.Fresh.Where(fact => fact.Kind != MatchFact.Interruption)],
        Clock = sifted.Fresh.Aggregate(Clock, (clock, fact) => fact.Time > clock ? fact.Time : clock),
    };

    /// <summary>The delivery is finished: what follows from its facts is in the log.</summary>
    public MatchState Finish(int repeats)
    {
        var events = Events.Finish(repeats);
        return ReferenceEquals(events, Events) && IsDerived ? this : this with { Events = events, Derived = Facts.Length };
    }

    /// <summary>
    /// The union of two that were written at once: by the facts' ids, in an order that is the same whichever comes first, what either has derived before the rest.
    /// </summary>
    public MatchState Merge(MatchState other)
    {
        var facts = Facts.Concat(other.Facts).DistinctBy(fact => fact.Id).OrderBy(fact => fact.Id, StringComparer.Ordinal).ToList();
        var derived = Facts.Take(Derived).Concat(other.Facts.Take(other.Derived)).Select(fact => fact.Id).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Events = Events.Merge(other.Events),
            Facts = [.. facts.Where(fact => derived.Contains(fact.Id)), .. facts.Where(fact => !derived.Contains(fact.Id))],
            Derived = derived.Count,
            Clock = other.Clock > Clock ? other.Clock : Clock,
            Outsiders = [.. Outsiders.Union(other.Outsiders).OrderBy(one => one.Value)],
        };
    }

    /// <summary>With a player that has a rating.</summary>
    public MatchState WithRated(PlayerId player)
    {
        if (Outsiders.Contains(player) || Sheets.Any(sheet => sheet.Find(player) is not null))
            return this;

        return this with { Outsiders = [.. Outsiders.Append(player).OrderBy(one => one.Value)] };
    }

    private static IEnumerable<MatchSheet> SheetsOf(ImmutableArray<MatchUpdate> facts) => facts.Select(fact => fact.Sheet).OfType<MatchSheet>();
}
