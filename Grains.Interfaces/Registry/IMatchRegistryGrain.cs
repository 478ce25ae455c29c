using System.Collections.Immutable;
using Orleans.Concurrency;

namespace ShellCorp.Registry;

/// <summary>Which matches there are; one identity (0) for all.</summary>
[Alias("shellcorp.match-registry")]
public interface IMatchRegistryGrain : IGrainWithIntegerKey
{
    /// <summary>Makes a match known; to do so again changes nothing.</summary>
    [Alias("add.v1")]
    Task AddAsync(MatchId match, CancellationToken cancellationToken);

    /// <summary>All known matches, ascending by id.</summary>
    [Alias("list.v1"), ReadOnly]
    Task<ImmutableArray<MatchId>> ListAsync(CancellationToken cancellationToken);
}
