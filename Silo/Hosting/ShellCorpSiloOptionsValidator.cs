using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using ShellCorp.Grains.Placement;
using ShellCorp.Silo.Membership;

namespace ShellCorp.Silo.Hosting;

/// <summary>Checks ports, names and the address, and names the keys of what it refuses.</summary>
internal sealed class ShellCorpSiloOptionsValidator : IValidateOptions<ShellCorpSiloOptions>
{
    private const string Section = ShellCorpSiloOptions.Section;

    /// <summary>The options, checked: what is composed from them is composed before the host checks any.</summary>
    /// <exception cref="OptionsValidationException">Some are refused.</exception>
    public static ShellCorpSiloOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<ShellCorpSiloOptions>() ?? new();
        var result = new ShellCorpSiloOptionsValidator().Validate(name: null, options);
        return result.Failed ? throw new OptionsValidationException(Section, typeof(ShellCorpSiloOptions), result.Failures) : options;
    }

    public ValidateOptionsResult Validate(string? name, ShellCorpSiloOptions options)
    {
        string?[] failures =
        [
            Port(nameof(options.SiloPort), options.SiloPort), Port(nameof(options.GatewayPort), options.GatewayPort),
            options.PrimarySiloPort is { } primary ? Port(nameof(options.PrimarySiloPort), primary) : null,
            Name(nameof(options.ClusterId), options.ClusterId), Name(nameof(options.ServiceId), options.ServiceId),
            options.SiloPort == options.GatewayPort ? $"{Section}:GatewayPort = '{options.GatewayPort}' is refused: silos have that port already." : null,
            options.AdvertisedAddress is { } address && !IPAddress.TryParse(address, out _)
                ? $"{Section}:AdvertisedAddress = '{address}' is refused: it must be an IP address." : null,
            Roles(options.Roles),
        ];
        var given = failures.OfType<string>().ToList();
        return given.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(given);
    }

    private static string? Port(string key, int port) =>
        port is < 1 or > IPEndPoint.MaxPort ? $"{Section}:{key} = '{port}' is refused: a port is from 1 to {IPEndPoint.MaxPort}." : null;

    private static string? Roles(string? roles)
    {
        var unknown = PublishedRoles.Split(roles ?? "").Except(SiloRole.All).FirstOrDefault();
        return unknown is null ? null : $"{Section}:Roles = '{roles}' is refused: there is no role '{unknown}', there are {string.Join(", ", SiloRole.All)}.";
    }

    private static string? Name(string key, string value) => string.IsNullOrWhiteSpace(value) ? $"{Section}:{key} is empty: silos and clients meet under a name." : null;
}
