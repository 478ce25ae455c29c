using System.Globalization;
using Microsoft.Extensions.Options;

namespace ShellCorp.Feeds.Running;

/// <summary>The limits of <see cref="FeedRunnerOptions"/>.</summary>
public sealed class FeedRunnerOptionsValidator : IValidateOptions<FeedRunnerOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, FeedRunnerOptions options)
    {
        var failures = new List<string>();
        Check(options.Matches >= 0, nameof(options.Matches), options.Matches, "at least 0; 0 is all");
        Check(options.ConcurrentMatches >= 0, nameof(options.ConcurrentMatches), options.ConcurrentMatches, "at least 0; 0 is all");
        Check(options.Speed is null or (> 0 and < double.PositiveInfinity), nameof(options.Speed), options.Speed,
            "above 0, or absent for as fast as possible");
        Check(options.Stagger >= TimeSpan.Zero, nameof(options.Stagger), options.Stagger, "at least 0");
        Check(options.BatchSteps is >= 1 and <= 10_000, nameof(options.BatchSteps), options.BatchSteps,
            "between 1 and 10000: a batch is one call");
        Check(options.FirstBackOff > TimeSpan.Zero, nameof(options.FirstBackOff), options.FirstBackOff,
            "above 0, or a failing silo would be called without a pause");
        Check(options.LongestBackOff >= options.FirstBackOff, nameof(options.LongestBackOff), options.LongestBackOff,
            $"at least {nameof(options.FirstBackOff)}");
        Check(options.LoggedRejections >= 0, nameof(options.LoggedRejections), options.LoggedRejections, "at least 0");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Check(bool isFine, string option, object? value, string allowed)
        {
            if (!isFine)
                failures.Add(string.Create(CultureInfo.InvariantCulture, $"{option} must be {allowed}; it is {value}."));
        }
    }
}
