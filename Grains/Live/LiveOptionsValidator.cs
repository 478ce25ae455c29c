using Microsoft.Extensions.Options;

namespace ShellCorp.Grains.Live;

internal sealed class LiveOptionsValidator : IValidateOptions<LiveOptions>
{
    private static readonly TimeSpan LongestInterval = TimeSpan.FromSeconds(10);

    public ValidateOptionsResult Validate(string? name, LiveOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(LiveOptions options)
    {
        if (options.Interval < TimeSpan.Zero || options.Interval > LongestInterval)
            yield return $"{LiveOptions.Section}:{nameof(options.Interval)} is {options.Interval}; it must be between 0 and {LongestInterval}, or it isn't live.";

        if (options.HeartbeatInterval <= options.Interval)
        {
            yield return $"{LiveOptions.Section}:{nameof(options.HeartbeatInterval)} is {options.HeartbeatInterval}; it must be longer than "
                + $"{nameof(options.Interval)}, {options.Interval}, or nothing else is told.";
        }

        if (options.FinishedMatches < 0)
            yield return $"{LiveOptions.Section}:{nameof(options.FinishedMatches)} is {options.FinishedMatches}; it can't be negative.";

        if (options.Matches <= options.FinishedMatches)
        {
            yield return $"{LiveOptions.Section}:{nameof(options.Matches)} is {options.Matches}; it must be above {nameof(options.FinishedMatches)}, "
                + $"{options.FinishedMatches}, or no running match has a place.";
        }
    }
}
