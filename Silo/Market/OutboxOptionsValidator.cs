using Microsoft.Extensions.Options;

namespace ShellCorp.Silo.Market;

/// <summary>Refuses intervals that would spin or sleep for ever.</summary>
internal sealed class OutboxOptionsValidator : IValidateOptions<OutboxOptions>
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(1);

    public ValidateOptionsResult Validate(string? name, OutboxOptions options)
    {
        string[] wrong = [.. Check(nameof(OutboxOptions.PollInterval), options.PollInterval), .. Check(nameof(OutboxOptions.RetryInterval), options.RetryInterval)];
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Check(string key, TimeSpan value)
    {
        if (value < Least || value > Most)
            yield return $"{OutboxOptions.Section}:{key} is {value}; it must be between {Least} and {Most}.";
    }
}
