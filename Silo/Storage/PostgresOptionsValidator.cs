using Microsoft.Extensions.Options;
using Npgsql;

namespace ShellCorp.Silo.Storage;

/// <summary>Refuses a connection string that can't work, without repeating it: it holds a password.</summary>
internal sealed class PostgresOptionsValidator : IValidateOptions<PostgresOptions>
{
    private const string Key = $"{PostgresOptions.Section}:{nameof(PostgresOptions.ConnectionString)}";

    public ValidateOptionsResult Validate(string? name, PostgresOptions options)
    {
        if (options.ConnectionString.Length == 0)
            return ValidateOptionsResult.Success;

        try
        {
            var parts = new NpgsqlConnectionStringBuilder(options.ConnectionString);
            return string.IsNullOrWhiteSpace(parts.Host) ? Missing("Host")
                : string.IsNullOrWhiteSpace(parts.Database) ? Missing("Database")
                : ValidateOptionsResult.Success;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            return ValidateOptionsResult.Fail($"{Key} is not a connection string of Npgsql: {Shown(unreadable, options)}");
        }
    }

    private static ValidateOptionsResult Missing(string part) =>
        ValidateOptionsResult.Fail($"{Key} has no '{part}='; a database on one server is Host=…;Database=…;Username=…;Password=….");

    // The parser quotes what it stumbles over, which may be the password.
    private static string Shown(Exception unreadable, PostgresOptions options) =>
        unreadable.Message.Split('\'').Any(quoted => quoted.Length > 3 && options.ConnectionString.Contains($"={quoted}", StringComparison.Ordinal))
            ? "one of its values can't be read."
            : unreadable.Message;
}
