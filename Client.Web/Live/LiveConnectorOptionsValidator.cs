using Microsoft.Extensions.Options;

namespace ShellCorp.Web.Live;

internal sealed class LiveConnectorOptionsValidator : IValidateOptions<LiveConnectorOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, LiveConnectorOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(LiveConnectorOptions options)
    {
        (string Name, TimeSpan Value, string Reason)[] times =
        [
            (nameof(options.QuietProbe), options.QuietProbe, "or the hub is asked without a pause, or a lost one isn't noticed"),
            (nameof(options.CallTimeout), options.CallTimeout, "or no call ever succeeds, or one that hangs is never given up"),
            (nameof(options.RetryDelay), options.RetryDelay, "or a lost hub is called without a pause, or hardly ever"),
            (nameof(options.MaxRetryDelay), options.MaxRetryDelay, "or a lost hub is called without a pause, or hardly ever"),
            (nameof(options.StaleAfter), options.StaleAfter, "or pages call their numbers stale at once, or never"),
        ];
        foreach (var time in times.Where(time => time.Value <= TimeSpan.Zero || time.Value > Longest))
            yield return $"{LiveConnectorOptions.Section}:{time.Name} is {time.Value}; it must be above 0 and at most {Longest}, {time.Reason}.";

        if (options.MaxRetryDelay < options.RetryDelay)
        {
            yield return $"{LiveConnectorOptions.Section}:{nameof(options.MaxRetryDelay)} is {options.MaxRetryDelay}; it must not be below "
                + $"{nameof(options.RetryDelay)}, {options.RetryDelay}, which grows up to it.";
        }
    }
}
