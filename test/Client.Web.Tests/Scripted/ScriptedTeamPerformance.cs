using ShellCorp.Teams;

namespace ShellCorp.Web.Tests.Scripted;

/// <summary>A team's performance as the script says.</summary>
public sealed class ScriptedTeamPerformance(Script script) : Grain, ITeamPerformanceGrain
{
    public Task<TeamView> GetViewAsync(CancellationToken cancellationToken)
    {
        script.Check();
        var id = new TeamId(this.GetPrimaryKeyLong());
        return Task.FromResult(script.Teams.GetValueOrDefault(id) ?? new()
        {
            Summary = new() { TeamId = id, Version = 0, Name = id.ToString(), AverageHundredths = 0, Form = [], Matches = 0 },
            Matches = [],
        });
    }
}
