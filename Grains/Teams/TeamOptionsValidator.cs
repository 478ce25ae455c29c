using Microsoft.Extensions.Options;

namespace ShellCorp.Grains.Teams;

internal sealed class TeamOptionsValidator : IValidateOptions<TeamOptions>
{
    private static readonly TimeSpan LongestInterval = TimeSpan.FromSeconds(5);

    public ValidateOptionsResult Validate(string? name, TeamOptions options) =>
        options.StoreInterval >= TimeSpan.Zero && options.StoreInterval <= LongestInterval
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"{TeamOptions.Section}:{nameof(options.StoreInterval)} is {options.StoreInterval}; it must be between 0 and {LongestInterval}, "
                + "since a delivery waits for it.");
}
