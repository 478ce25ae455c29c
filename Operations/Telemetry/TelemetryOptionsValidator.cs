using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ShellCorp.Operations.Telemetry;

/// <summary>Checks address and protocol, and names the keys of what it refuses.</summary>
internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    private const string Section = TelemetryOptions.Section;

    /// <summary>The options, checked: exporters are composed from them before the host checks any.</summary>
    /// <exception cref="OptionsValidationException">Some are refused.</exception>
    public static TelemetryOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<TelemetryOptions>() ?? new();
        var result = new TelemetryOptionsValidator().Validate(name: null, options);
        return result.Failed ? throw new OptionsValidationException(Section, typeof(TelemetryOptions), result.Failures) : options;
    }

    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        var failures = new List<string>();
        if (options.OtlpEndpoint.Length > 0 && !(Uri.TryCreate(options.OtlpEndpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            failures.Add($"{Section}:OtlpEndpoint = '{options.OtlpEndpoint}' is refused: it must be an address such as http://collector:4317.");
        if (options.OtlpProtocol is not (TelemetryOptions.Grpc or TelemetryOptions.Http))
            failures.Add($"{Section}:OtlpProtocol = '{options.OtlpProtocol}' is refused: it must be {TelemetryOptions.Grpc} or {TelemetryOptions.Http}.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
