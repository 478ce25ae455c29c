using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Npgsql;
using ShellCorp.Silo.Membership;

namespace ShellCorp.Silo.Storage;

/// <summary>Refuses what can't work, without repeating connection strings: they hold passwords.</summary>
internal sealed class PostgresOptionsValidator(IConfiguration configuration) : IValidateOptions<PostgresOptions>
{
    private const string Key = $"{PostgresOptions.Section}:{nameof(PostgresOptions.ConnectionString)}";
    private const string ScopesKey = $"{PostgresOptions.Section}:{nameof(PostgresOptions.Scopes)}";
    private const string ZooKeeperKey = $"{MembershipHosting.Section}:ConnectionString";
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(5);

    public ValidateOptionsResult Validate(string? name, PostgresOptions options)
    {
        string[] wrong = [.. Server(options), .. Scopes(options), .. Limits(options)];
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Server(PostgresOptions options)
    {
        if (options.ConnectionString.Length == 0)
            yield break;
        if (options.Scopes.Count > 0)
            yield return $"{Key} and {ScopesKey} are both set; PostgreSQL is one server or Patroni's scopes.";
        var (parts, unreadable) = Parse(Key, options.ConnectionString);
        if (unreadable is not null)
            yield return unreadable;
        else if ((string.IsNullOrWhiteSpace(parts!.Host) ? "Host" : string.IsNullOrWhiteSpace(parts.Database) ? "Database" : null) is { } missing)
            yield return $"{Key} has no '{missing}='; a database on one server is Host=…;Database=…;Username=…;Password=….";
    }

    private IEnumerable<string> Scopes(PostgresOptions options)
    {
        if (options.Scopes.Count == 0)
            yield break;
        if (!options.Scopes.ContainsKey(PostgresOptions.MarketScope))
            yield return $"{ScopesKey} has no '{PostgresOptions.MarketScope}': the market is kept there.";
        if (string.IsNullOrWhiteSpace(configuration[ZooKeeperKey]))
            yield return $"{ZooKeeperKey} is not set: the leaders of {ScopesKey} are found there.";
        foreach (var (scope, connectionString) in options.Scopes)
        {
            var key = $"{ScopesKey}:{scope}";
            var (parts, unreadable) = Parse(key, connectionString);
            if (unreadable is not null)
                yield return unreadable;
            else if (!string.IsNullOrEmpty(parts!.Host))
                yield return $"{key} has 'Host='; where a scope's leader is, ZooKeeper tells.";
            else if (string.IsNullOrWhiteSpace(parts.Database))
                yield return $"{key} has no 'Database='; a scope is Database=…;Username=…;Password=….";
        }
    }

    private static IEnumerable<string> Limits(PostgresOptions options)
    {
        if (!IsPath(options.Namespace))
            yield return $"{PostgresOptions.Section}:{nameof(options.Namespace)} = '{options.Namespace}' is refused: it must be an absolute path in ZooKeeper.";
        if (!IsPath(options.PartitionMap))
            yield return $"{PostgresOptions.Section}:{nameof(options.PartitionMap)} = '{options.PartitionMap}' is refused: it must be an absolute path in ZooKeeper.";
        if (options.Partitions is < 1 or > 1024)
            yield return $"{PostgresOptions.Section}:{nameof(options.Partitions)} = '{options.Partitions}' is refused: it must be from 1 to 1024.";
        if (options.Patience < Least || options.Patience > Most)
            yield return $"{PostgresOptions.Section}:{nameof(options.Patience)} = '{options.Patience}' is refused: it must be from {Least} to {Most}.";
    }

    private static bool IsPath(string path) => path.StartsWith('/') && path.TrimEnd('/').Length > 1;

    private static (NpgsqlConnectionStringBuilder? Parts, string? Unreadable) Parse(string key, string connectionString)
    {
        try
        {
            return (new(connectionString), null);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            return (null, $"{key} is not a connection string of Npgsql: {Shown(unreadable, connectionString)}");
        }
    }

    // The parser quotes what it stumbles over, which may be the password.
    private static string Shown(Exception unreadable, string connectionString) =>
        unreadable.Message.Split('\'').Any(quoted => quoted.Length > 3 && connectionString.Contains($"={quoted}", StringComparison.Ordinal))
            ? "one of its values can't be read."
            : unreadable.Message;
}
