using System.Net;
using Microsoft.Extensions.Options;

namespace ShellCorp.Operations.Admin;

/// <summary>Checks address and port, and names the keys of what it refuses.</summary>
internal sealed class AdminOptionsValidator : IValidateOptions<AdminOptions>
{
    public ValidateOptionsResult Validate(string? name, AdminOptions options)
    {
        var failures = new List<string>();
        if (options.Port is < 0 or > IPEndPoint.MaxPort)
            failures.Add($"{AdminOptions.Section}:Port = '{options.Port}' is refused: a port is from 0, which is any, to {IPEndPoint.MaxPort}.");
        if (!IPAddress.TryParse(options.Address, out _))
            failures.Add($"{AdminOptions.Section}:Address = '{options.Address}' is refused: it must be an IP address, such as 127.0.0.1 or 0.0.0.0.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
