using ShellCorp.Counters;

namespace ShellCorp.Web.Tests.Scripted;

/// <summary>How far counters are behind, as the script says.</summary>
public sealed class ScriptedCounterStatus(Script script) : Grain, ICounterStatusGrain
{
    public Task ReportAsync(string silo, CounterStatus status) => throw new NotSupportedException();

    public Task<CounterStatus> GetAsync() => Task.FromResult(script.CounterStatus);
}
