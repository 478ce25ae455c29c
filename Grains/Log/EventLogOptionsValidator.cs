using Microsoft.Extensions.Options;

namespace ShellCorp.Grains.Log;

internal sealed class EventLogOptionsValidator : IValidateOptions<EventLogOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(25);

    public ValidateOptionsResult Validate(string? name, EventLogOptions options) =>
        options.AppendTimeout > TimeSpan.Zero && options.AppendTimeout <= Longest
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"{EventLogOptions.Section}:{nameof(options.AppendTimeout)} is {options.AppendTimeout}; it must be above 0 and at most {Longest}, "
                + "or Orleans repeats a delivery that still waits for the log.");
}
