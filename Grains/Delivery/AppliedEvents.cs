using System.Collections.Immutable;

namespace ShellCorp.Grains.Delivery;

/// <summary>
/// Which events were applied, in the order in which they were, and how many of them belong to finished deliveries. An event is applied, stored,
/// and finished once all that follows from it is acknowledged by the log; an unfinished one is delivered again.
/// </summary>
[GenerateSerializer, Immutable, Alias("shellcorp.applied-events.v1")]
public sealed record AppliedEvents
{
    /// <summary>
    /// The most events that are applied to one state: a hundred times what a match has, so that a source gone wild ends in the dead letters and not in
    /// a state without bound.
    /// </summary>
    public const int Limit = 20_000;

    /// <summary>No event yet.</summary>
    public static AppliedEvents Empty { get; } = new();

    /// <summary>One key an event.</summary>
    [Id(0)] public ImmutableArray<EventKey> Keys { get; init; } = [];

    /// <summary>How many of <see cref="Keys"/>, from the start, are finished.</summary>
    [Id(1)] public int Finished { get; init; }

    /// <summary>Events recognised and not applied again; deliveries repeated because the one before didn't finish aren't among them.</summary>
    [Id(2)] public int Duplicates { get; init; }

    /// <summary>The number of events applied.</summary>
    public int Count => Keys.Length;

    /// <summary>Whether nothing waits to be finished.</summary>
    public bool IsFinished => Finished == Count;

    /// <summary>Tells the events of a delivery that are new from the ones applied before.</summary>
    public Sifted<T> Sift<T>(IReadOnlyCollection<T> events, Func<T, string> id)
    {
        var keys = Keys.ToBuilder();
        var seen = new HashSet<EventKey>(events.Count);
        var fresh = ImmutableArray.CreateBuilder<T>();
        var repeats = 0;
        foreach (var one in events)
        {
            var key = EventKey.Of(id(one));
            var index = Keys.IndexOf(key);
            if (!seen.Add(key) || (index >= 0 && index < Finished))
                repeats++;
            else if (index < 0)
            {
                keys.Add(key);
                fresh.Add(one);
            }
        }

        return new(fresh.Count == 0 ? this : this with { Keys = keys.DrainToImmutable() }, fresh.DrainToImmutable(), repeats);
    }

    /// <summary>
    /// The union of two that were written at once. What either has finished is finished; beyond that the order is that of the keys, the same whichever comes first.
    /// </summary>
    public AppliedEvents Merge(AppliedEvents other)
    {
        ImmutableArray<EventKey> finished = [.. Keys.Take(Finished).Union(other.Keys.Take(other.Finished)).OrderBy(key => (key.High, key.Low))];
        return new()
        {
            Keys = [.. finished, .. Keys.Union(other.Keys).Except(finished).OrderBy(key => (key.High, key.Low))],
            Finished = finished.Length,
            Duplicates = Math.Max(Duplicates, other.Duplicates),
        };
    }

    /// <summary>The delivery is finished.</summary>
    /// <param name="repeats">The repeats in it, see <see cref="Sifted{T}.Repeats"/>.</param>
    public AppliedEvents Finish(int repeats) =>
        IsFinished && repeats == 0 ? this : this with { Finished = Count, Duplicates = Duplicates + repeats };
}
