using Microsoft.Extensions.Options;

namespace ShellCorp.Grains.Ingest;

internal sealed class IngestOptionsValidator : IValidateOptions<IngestOptions>
{
    public ValidateOptionsResult Validate(string? name, IngestOptions options)
    {
        if (options.EventsInFlight <= 0)
        {
            return ValidateOptionsResult.Fail(
                $"{IngestOptions.Section}:{nameof(options.EventsInFlight)} is {options.EventsInFlight}; it must be at least 1, or nothing gets in.");
        }

        if (options.RetryAfter <= TimeSpan.Zero)
        {
            return ValidateOptionsResult.Fail(
                $"{IngestOptions.Section}:{nameof(options.RetryAfter)} is {options.RetryAfter}; it must be above 0, or what is deferred comes back at once.");
        }

        return options.SheetLifetime > TimeSpan.Zero
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{IngestOptions.Section}:{nameof(options.SheetLifetime)} is {options.SheetLifetime}; it must be above 0.");
    }
}
