using System.Collections.Immutable;
using System.Text;

namespace Riak.DataTypes;

/// <summary>A map as the server sees it, its fields by type and name (names as UTF-8).</summary>
public sealed record RiakMap
{
    /// <summary>The counters.</summary>
    public ImmutableDictionary<string, long> Counters { get; init; } = ImmutableDictionary<string, long>.Empty;

    /// <summary>The sets.</summary>
    public ImmutableDictionary<string, RiakSet> Sets { get; init; } = ImmutableDictionary<string, RiakSet>.Empty;

    /// <summary>The registers' bytes.</summary>
    public ImmutableDictionary<string, ReadOnlyMemory<byte>> Registers { get; init; } = ImmutableDictionary<string, ReadOnlyMemory<byte>>.Empty;

    /// <summary>The flags.</summary>
    public ImmutableDictionary<string, bool> Flags { get; init; } = ImmutableDictionary<string, bool>.Empty;

    /// <summary>The maps in it.</summary>
    public ImmutableDictionary<string, RiakMap> Maps { get; init; } = ImmutableDictionary<string, RiakMap>.Empty;

    /// <summary>What removals need; null in a map inside a map, or if it was left out.</summary>
    public RiakClock? Context { get; init; }

    /// <summary>A register as UTF-8 text; null if there is none.</summary>
    /// <param name="name">The field.</param>
    public string? RegisterText(string name) => Registers.TryGetValue(name, out var value) ? Encoding.UTF8.GetString(value.Span) : null;
}
