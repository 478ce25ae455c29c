using System.Data.Common;
using Npgsql;

namespace ShellCorp.Silo.Storage;

/// <summary>Opens the database that the options name.</summary>
internal static class PostgresSource
{
    /// <summary>What holds unless the connection string says otherwise.</summary>
    private static readonly Dictionary<string, object> Defaults = new()
    {
        ["Application Name"] = "shellcorp",
        // Npgsql's own, 100 a process, is all that a server takes by its default: the second silo would be refused.
        ["Maximum Pool Size"] = 32,
        // The same few statements run all day. Whoever has a pooler between that can't keep them sets it to 0.
        ["Max Auto Prepare"] = 64,
        // Whoever stands still in the middle of a transaction, as a process that was suspended, mustn't hold its rows for ever.
        ["Options"] = "-c idle_in_transaction_session_timeout=60000",
    };

    public static NpgsqlDataSource Open(PostgresOptions options, ILoggerFactory logs)
    {
        var builder = new NpgsqlDataSourceBuilder(Complete(options.ConnectionString));
        builder.UseLoggerFactory(logs);
        return builder.Build();
    }

    internal static string Complete(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        // Npgsql's builder says of every setting that it contains it; the plain one knows those that were given, by the names that Npgsql gave them.
        var given = new DbConnectionStringBuilder { ConnectionString = settings.ConnectionString };
        foreach (var (name, value) in Defaults.Where(setting => !given.ContainsKey(setting.Key)))
            settings[name] = value;
        return settings.ConnectionString;
    }
}
