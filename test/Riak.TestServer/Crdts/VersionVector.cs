using System.Collections.Immutable;

namespace Riak.TestServer.Crdts;

/// <summary>For each actor the last event seen of it. Also used for a set of dots with at most one of an actor.</summary>
internal sealed class VersionVector : IEquatable<VersionVector>
{
    private readonly ImmutableSortedDictionary<string, long> _events;

    private VersionVector(ImmutableSortedDictionary<string, long> events) => _events = events;

    public static VersionVector Empty { get; } = new(ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal));

    public bool IsEmpty => _events.IsEmpty;

    public IEnumerable<Dot> Dots => _events.Select(pair => new Dot(pair.Key, pair.Value));

    public static VersionVector Of(IEnumerable<Dot> dots) => dots.Aggregate(Empty, (vector, dot) => vector.With(dot));

    public long Get(string actor) => _events.GetValueOrDefault(actor);

    public Dot Next(string actor) => new(actor, Get(actor) + 1);

    public bool Covers(Dot dot) => Get(dot.Actor) >= dot.Counter;

    public bool Has(Dot dot) => Get(dot.Actor) == dot.Counter;

    public bool Descends(VersionVector other) => other.Dots.All(Covers);

    public VersionVector With(Dot dot) => Covers(dot) ? this : new(_events.SetItem(dot.Actor, dot.Counter));

    public VersionVector Merge(VersionVector other) => other.Dots.Aggregate(this, (vector, dot) => vector.With(dot));

    /// <summary>The dots that the other hasn't seen.</summary>
    public VersionVector Without(VersionVector seen) => Of(Dots.Where(dot => !seen.Covers(dot)));

    /// <summary>The events that both have seen.</summary>
    public VersionVector Meet(VersionVector other) =>
        Of(Dots.Where(dot => other.Get(dot.Actor) > 0).Select(dot => dot with { Counter = Math.Min(dot.Counter, other.Get(dot.Actor)) }));

    /// <summary>Dots of two replicas: what both have stays, and what the other side hasn't seen yet; the rest was removed there.</summary>
    public static VersionVector Survivors(VersionVector left, VersionVector leftClock, VersionVector right, VersionVector rightClock) => Of(
        left.Dots.Where(dot => right.Has(dot) || !rightClock.Covers(dot)).Concat(right.Dots.Where(dot => left.Has(dot) || !leftClock.Covers(dot))));

    public bool Equals(VersionVector? other) => other is not null && _events.SequenceEqual(other._events);

    public override bool Equals(object? obj) => Equals(obj as VersionVector);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (actor, count) in _events)
            hash.Add((actor, count));
        return hash.ToHashCode();
    }

    /// <summary><c>actor=count;…</c>, which is also how it travels to clients: to them it is opaque.</summary>
    public override string ToString() => string.Join(';', _events.Select(pair => $"{pair.Key}={pair.Value}"));

    /// <exception cref="FormatException">It isn't what <see cref="ToString"/> gives.</exception>
    public static VersionVector Parse(string text) => Of(text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part =>
        part.Split('=') is [var actor, var count] && long.TryParse(count, out var number)
            ? new Dot(actor, number)
            : throw new FormatException($"'{part}' isn't part of a clock of this server")));
}
