namespace Riak.TestServer.Objects;

/// <summary>What a replica stores of a key. Immutable.</summary>
internal interface IReplicated
{
    /// <summary>What both replicas know together.</summary>
    IReplicated MergeWith(IReplicated other);
}
