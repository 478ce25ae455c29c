using Riak.Wire;

namespace Riak.TestServer.Crdts;

/// <summary>What a map's field holds. It shares the map's clock.</summary>
internal interface IEmbedded
{
    IEmbedded Merge(IEmbedded other);

    IEmbedded WithClock(VersionVector clock);

    IEmbedded Update(MapUpdate change, Origin origin);

    void WriteTo(MapEntry entry);

    string Describe();
}
