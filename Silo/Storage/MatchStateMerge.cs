using Orleans.Persistence.Riak;
using ShellCorp.Grains.Matches;

namespace ShellCorp.Silo.Storage;

/// <summary>Two values of a match: the union of their facts.</summary>
internal sealed class MatchStateMerge : IRiakStateMerge<MatchState>
{
    public MatchState Merge(MatchState one, MatchState other) => one.Merge(other);
}
