using Microsoft.Extensions.Options;
using Riak.Nodes;

namespace Riak;

/// <summary>Refuses options that can't work; each message tells the limit, the given value and why.</summary>
public sealed class RiakClientOptionsValidator : IValidateOptions<RiakClientOptions>
{
    private static readonly TimeSpan LongestTime = TimeSpan.FromHours(1);

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, RiakClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var errors = Errors(options).ToArray();
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    internal static void ThrowIfInvalid(RiakClientOptions options)
    {
        var errors = Errors(options).ToArray();
        if (errors.Length > 0)
            throw new OptionsValidationException(nameof(RiakClientOptions), typeof(RiakClientOptions), errors);
    }

    private static IEnumerable<string> Errors(RiakClientOptions options) =>
        HostErrors(options.Hosts).Concat(NumberErrors(options)).Concat(TimeErrors(options)).Concat(SecurityErrors(options));

    private static IEnumerable<string> HostErrors(string hosts)
    {
        if (!RiakEndpoint.TryParseList(hosts, out _, out var error))
            yield return $"{nameof(RiakClientOptions.Hosts)} '{hosts}' can't be read: {error}";
    }

    private static IEnumerable<string> NumberErrors(RiakClientOptions options) => new[]
    {
        Outside(options.MaxConnectionsPerNode, 1, 1024, nameof(options.MaxConnectionsPerNode), "a node keeps a process for each connection"),
        Outside(options.MaxReadAttempts, 1, 10, nameof(options.MaxReadAttempts), "more only adds load to a cluster that fails"),
        Outside(options.FailuresBeforeDown, 1, 1000, nameof(options.FailuresBeforeDown), "a node that never counts as down is asked for ever"),
        Outside(options.MaxFrameBytes, 1024, 1 << 30, nameof(options.MaxFrameBytes), "a frame is held in memory as a whole"),
    }.OfType<string>();

    private static IEnumerable<string> TimeErrors(RiakClientOptions options) => new[]
    {
        Outside(options.ConnectTimeout, nameof(options.ConnectTimeout)),
        Outside(options.ReadAttemptTimeout, nameof(options.ReadAttemptTimeout)),
        Outside(options.RequestTimeout, nameof(options.RequestTimeout)),
        Outside(options.ProbeInterval, nameof(options.ProbeInterval)),
        Outside(options.IdleTimeout, nameof(options.IdleTimeout)),
    }.OfType<string>();

    private static IEnumerable<string> SecurityErrors(RiakClientOptions options)
    {
        if (options.User is not null && options.Tls is null)
            yield return $"{nameof(options.User)} is set and {nameof(options.Tls)} isn't: Riak authenticates over TLS only.";
        if (options.User is null && options.Tls is not null)
            yield return $"{nameof(options.Tls)} is set and {nameof(options.User)} isn't: after StartTls Riak answers nothing before authentication.";
        foreach (var error in options.Tls?.Errors() ?? [])
            yield return error;
    }

    private static string? Outside(int value, int low, int high, string name, string why) =>
        value >= low && value <= high ? null : $"{name} must be from {low} to {high}, not {value}: {why}.";

    private static string? Outside(TimeSpan value, string name) =>
        value > TimeSpan.Zero && value <= LongestTime ? null : $"{name} must be above zero and at most {LongestTime}, not {value}: it bounds a wait.";
}
