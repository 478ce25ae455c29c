using ShellCorp.Counters;

namespace ShellCorp.Web.Tests.Scripted;

/// <summary>A player's counters as the script says.</summary>
public sealed class ScriptedPlayerCounters(Script script) : Grain, IPlayerCountersGrain
{
    public Task<PlayerCounters?> GetAsync(CancellationToken cancellationToken) =>
        Task.FromResult(script.Counters.GetValueOrDefault(new PlayerId(this.GetPrimaryKeyLong())));
}
