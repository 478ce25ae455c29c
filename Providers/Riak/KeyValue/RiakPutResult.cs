using System.Collections.Immutable;

namespace Riak.KeyValue;

/// <summary>What a put answered.</summary>
/// <param name="Key">The object's key: the given one, or the one that the server assigned.</param>
/// <param name="Contents">What is stored, siblings included, if it was asked for; without values if only the head was.</param>
/// <param name="Clock">The new vector clock, if body or head was asked for; null otherwise.</param>
public sealed record RiakPutResult(string Key, ImmutableArray<RiakContent> Contents, RiakClock? Clock);
