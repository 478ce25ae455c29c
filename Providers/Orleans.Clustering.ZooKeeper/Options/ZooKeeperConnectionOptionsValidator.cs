using Microsoft.Extensions.Options;
using ZooKeeper.Client;

namespace Orleans.Configuration;

/// <summary>Refuses, before anything starts, what ZooKeeper could not work with.</summary>
/// <param name="prefix">What stands before an option's name: the options' class, or the section of the configuration that they come from.</param>
internal sealed class ZooKeeperConnectionOptionsValidator<TOptions>(string prefix) : IValidateOptions<TOptions>
    where TOptions : ZooKeeperConnectionOptions
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        List<string> failures = [.. ConnectionString(options), .. Digest(options)];
        if (options.SessionTimeout < Shortest || options.SessionTimeout > Longest)
            failures.Add($"{prefix}{nameof(options.SessionTimeout)} must be from {Shortest} to {Longest}, not {options.SessionTimeout}.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> ConnectionString(TOptions options)
    {
        var failure = string.IsNullOrWhiteSpace(options.ConnectionString) ? "it is not set" : null;
        try
        {
            if (failure is null)
                ZooKeeperConnectionString.Parse(options.ConnectionString);
        }
        catch (FormatException invalid)
        {
            failure = invalid.Message;
        }

        if (failure is not null)
            yield return $"{prefix}{nameof(options.ConnectionString)} must name the ZooKeeper ensemble (host:port,host:port/chroot): {failure}";
    }

    private IEnumerable<string> Digest(TOptions options)
    {
        if (string.IsNullOrEmpty(options.DigestUser) != string.IsNullOrEmpty(options.DigestPassword))
            yield return $"{prefix}{nameof(options.DigestUser)} and {nameof(options.DigestPassword)} need each other; only one is set.";
        if (options.DigestUser?.Contains(':', StringComparison.Ordinal) == true)
            yield return $"{prefix}{nameof(options.DigestUser)} can't have a colon.";
    }
}
