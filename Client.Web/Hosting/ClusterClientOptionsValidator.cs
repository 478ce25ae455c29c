using System.Net;
using Microsoft.Extensions.Options;

namespace ShellCorp.Web.Hosting;

internal sealed class ClusterClientOptionsValidator : IValidateOptions<ClusterClientOptions>
{
    private static readonly TimeSpan LongestRetry = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, ClusterClientOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(ClusterClientOptions options)
    {
        for (var i = 0; i < options.Gateways.Count; i++)
        {
            if (!IPEndPoint.TryParse(options.Gateways[i], out var gateway) || gateway.Port == 0)
            {
                yield return $"{ClusterClientOptions.Section}:{nameof(options.Gateways)}:{i} is '{options.Gateways[i]}'; "
                    + $"it must be an IP address and a port, such as {ClusterClientOptions.DefaultGateway}.";
            }
        }

        if (string.IsNullOrWhiteSpace(options.ClusterId))
            yield return Nameless(nameof(options.ClusterId), options.ClusterId);
        if (string.IsNullOrWhiteSpace(options.ServiceId))
            yield return Nameless(nameof(options.ServiceId), options.ServiceId);

        if (options.ConnectRetry <= TimeSpan.Zero || options.ConnectRetry > LongestRetry)
        {
            yield return $"{ClusterClientOptions.Section}:{nameof(options.ConnectRetry)} is {options.ConnectRetry}; it must be above 0 and at most "
                + $"{LongestRetry}, or a cluster that is away is called without a pause, or hardly ever.";
        }
    }

    private static string Nameless(string key, string value) =>
        $"{ClusterClientOptions.Section}:{key} is '{value}'; it must have a name in it, since silos and clients meet only under the same one.";
}
