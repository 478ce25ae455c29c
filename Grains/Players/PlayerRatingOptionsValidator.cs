using Microsoft.Extensions.Options;

namespace ShellCorp.Grains.Players;

internal sealed class PlayerRatingOptionsValidator : IValidateOptions<PlayerRatingOptions>
{
    private static readonly TimeSpan LongestInterval = TimeSpan.FromSeconds(5);

    public ValidateOptionsResult Validate(string? name, PlayerRatingOptions options)
    {
        if (options.PublishInterval < TimeSpan.Zero || options.PublishInterval > LongestInterval)
        {
            return ValidateOptionsResult.Fail(
                $"{PlayerRatingOptions.Section}:{nameof(options.PublishInterval)} is {options.PublishInterval}; it must be between 0 and {LongestInterval}, "
                + "since a delivery waits for it.");
        }

        return options.LedgersInMemory > 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"{PlayerRatingOptions.Section}:{nameof(options.LedgersInMemory)} is {options.LedgersInMemory}; it must be at least 1, the match being played.");
    }
}
