using System.Collections.Immutable;

namespace Riak.KeyValue;

/// <summary>What a get found.</summary>
/// <param name="Contents">None: not found, or not changed; one: the value; more: siblings, for the caller to merge and write back.</param>
/// <param name="Clock">The vector clock for the write that follows; of a deleted object only if it was asked for; null if there is none.</param>
/// <param name="Unchanged">Whether the server found the object unchanged since the clock that was given.</param>
public sealed record RiakObject(ImmutableArray<RiakContent> Contents, RiakClock? Clock, bool Unchanged)
{
    /// <summary>Whether there is a value that isn't deleted. False too if <see cref="Unchanged"/>.</summary>
    public bool Found => Contents.Any(content => !content.Deleted);

    /// <summary>Whether there is more than one value.</summary>
    public bool HasSiblings => Contents.Length > 1;
}
