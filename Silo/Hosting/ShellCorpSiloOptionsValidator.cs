using Microsoft.Extensions.Options;

namespace ShellCorp.Silo.Hosting;

/// <summary>Checks the annotations of <see cref="ShellCorpSiloOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class ShellCorpSiloOptionsValidator : IValidateOptions<ShellCorpSiloOptions>;
