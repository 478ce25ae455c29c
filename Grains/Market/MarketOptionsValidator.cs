using Microsoft.Extensions.Options;

namespace ShellCorp.Grains.Market;

/// <summary>Checks the annotations of <see cref="MarketOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class MarketOptionsValidator : IValidateOptions<MarketOptions>;
