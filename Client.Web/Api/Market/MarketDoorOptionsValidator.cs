using System.Globalization;
using Microsoft.Extensions.Options;

namespace ShellCorp.Web.Api.Market;

/// <summary>Refuses a key that is soon guessed, without telling it.</summary>
internal sealed class MarketDoorOptionsValidator : IValidateOptions<MarketDoorOptions>
{
    private const int LeastLength = 32;

    public ValidateOptionsResult Validate(string? name, MarketDoorOptions options) => options.OperatorKey.Length is 0 or >= LeastLength
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail(string.Create(
            CultureInfo.InvariantCulture,
            $"{MarketDoorOptions.Section}:{nameof(options.OperatorKey)} has {options.OperatorKey.Length} characters; it must have at least {LeastLength}, since it opens the market's accounts, or none."));
}
