using System.Collections.Immutable;
using ShellCorp.Registry;

namespace ShellCorp.Web.Tests.Scripted;

/// <summary>The matches of the script.</summary>
public sealed class ScriptedMatchRegistry(Script script) : Grain, IMatchRegistryGrain
{
    public Task AddAsync(MatchId match, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<ImmutableArray<MatchId>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<MatchId>>([.. script.Matches.Keys.OrderBy(m => m.Value)]);
}
