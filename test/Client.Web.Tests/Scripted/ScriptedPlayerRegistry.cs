using System.Collections.Immutable;
using ShellCorp.Registry;

namespace ShellCorp.Web.Tests.Scripted;

/// <summary>The players of the script.</summary>
public sealed class ScriptedPlayerRegistry(Script script) : Grain, IPlayerRegistryGrain
{
    public Task UpsertAsync(ImmutableArray<PlayerProfile> profiles, CancellationToken cancellationToken)
    {
        foreach (var profile in profiles)
            script.Players[profile.PlayerId] = profile;
        return Task.CompletedTask;
    }

    public Task<PlayerProfile?> FindAsync(PlayerId player, CancellationToken cancellationToken)
    {
        script.Check();
        return Task.FromResult(script.Players.GetValueOrDefault(player));
    }

    public Task<ImmutableArray<PlayerProfile>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<ImmutableArray<PlayerProfile>>(
        [.. script.Players.Values.Where(p => PlayerShards.Of(p.PlayerId) == this.GetPrimaryKeyLong()).OrderBy(p => p.PlayerId.Value)]);
}
