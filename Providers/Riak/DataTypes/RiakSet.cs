using System.Collections.Immutable;
using System.Text;

namespace Riak.DataTypes;

/// <summary>A set as the server sees it.</summary>
/// <param name="Members">The members' bytes, in the server's order.</param>
/// <param name="Context">What removals need; null inside a map (the map's own counts), or if it was left out.</param>
public sealed record RiakSet(ImmutableArray<ReadOnlyMemory<byte>> Members, RiakClock? Context)
{
    /// <summary>The members as UTF-8 text.</summary>
    public IEnumerable<string> Texts => Members.Select(member => Encoding.UTF8.GetString(member.Span));
}
