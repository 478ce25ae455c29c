using Microsoft.Extensions.Options;

namespace ShellCorp.Grains.Counters;

internal sealed class CounterOptionsValidator : IValidateOptions<CounterOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, CounterOptions options)
    {
        (string Key, TimeSpan Value)[] pauses =
        [
            (nameof(options.GatherInterval), options.GatherInterval), (nameof(options.FirstCheck), options.FirstCheck), (nameof(options.SecondCheck), options.SecondCheck),
            (nameof(options.QuietCheck), options.QuietCheck), (nameof(options.LongestRetry), options.LongestRetry), (nameof(options.WatchInterval), options.WatchInterval),
        ];
        List<string> failures =
        [
            .. pauses.Where(pause => pause.Value <= TimeSpan.Zero || pause.Value > Longest)
                .Select(pause => $"{CounterOptions.Section}:{pause.Key} is {pause.Value}; it must be above 0 and at most {Longest}, since counters are as old as that."),
        ];
        if (options.Concurrency is < 1 or > 1024)
            failures.Add($"{CounterOptions.Section}:{nameof(options.Concurrency)} is {options.Concurrency}; it must be from 1 to 1024.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
