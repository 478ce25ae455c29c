using Riak.TestServer.Objects;
using Riak.Wire;

namespace Riak.TestServer.Crdts;

/// <summary>A replica's state of one data type. States are immutable; merging is commutative, associative and idempotent in the values.</summary>
internal interface ICrdt : IReplicated
{
    ICrdt Merge(ICrdt other);

    /// <summary>The state after an update that a coordinator makes; it takes the next event of its own.</summary>
    /// <exception cref="PreconditionException">Nothing is changed then.</exception>
    ICrdt Update(DtOp change, string actor, VersionVector? context, long microseconds);

    IReplicated IReplicated.MergeWith(IReplicated other) => Merge((ICrdt)other);

    /// <summary>The context that clients get; empty for types without one.</summary>
    VersionVector Context { get; }

    /// <summary>The state's value as text, for comparisons.</summary>
    string Describe();
}
