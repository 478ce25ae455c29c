using Riak.TestServer.Crdts;
using Riak.Wire;

namespace Riak.TestServer.Objects;

/// <summary>One value of an object, or a deletion, and the write that made it.</summary>
internal sealed record Sibling(Dot Dot, RpbContent Content)
{
    public bool Deleted => Content.Deleted;

    public (uint, uint) Time => (Content.LastMod, Content.LastModUsecs);
}
