using Microsoft.Extensions.Options;

namespace ShellCorp.Silo.Drain;

/// <summary>Checks that the parts of a drain fit into its time.</summary>
internal sealed class DrainOptionsValidator : IValidateOptions<DrainOptions>
{
    private const string Section = DrainOptions.Section;
    private static readonly TimeSpan ShortestNotice = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestNotice = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan ShortestSteps = TimeSpan.FromSeconds(5);

    public ValidateOptionsResult Validate(string? name, DrainOptions options)
    {
        List<string> failures = [];
        if (options.GatewayNotice < ShortestNotice || options.GatewayNotice > LongestNotice)
            failures.Add($"{Section}:GatewayNotice = '{options.GatewayNotice}' is refused: from {ShortestNotice}, or clients have no time to leave, to {LongestNotice}, or they forget it.");
        if (options.MigrationsPerSecond is < 1 or > 100_000)
            failures.Add($"{Section}:MigrationsPerSecond = '{options.MigrationsPerSecond}' is refused: from 1 to 100000.");
        if (options.TimeForSteps < ShortestSteps)
        {
            failures.Add(
                $"{Section}:Timeout = '{options.Timeout}' is refused: at least {options.GatewayNotice + DrainOptions.StopReserve + ShortestSteps}, which are the gateway's notice of {options.GatewayNotice}, {DrainOptions.StopReserve} to stop, and {ShortestSteps} to hand over.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
