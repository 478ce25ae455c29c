using System.Data.Common;
using Dapper;

namespace Oltp.Sessions;

/// <summary>
/// The statements of one transaction. Parameters are the properties of an object and stand in the statement as <c>@Name</c>; values never
/// become part of its text; a list stands as <c>IN @Name</c>. Columns are read into properties of their names.
/// </summary>
public sealed class OltpSession
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly ISqlDialect _dialect;
    private readonly int? _timeoutSeconds;
    private readonly CancellationToken _cancellationToken;

    internal OltpSession(DbConnection connection, DbTransaction transaction, ISqlDialect dialect, TimeSpan? patience, CancellationToken cancellationToken)
    {
        (_connection, _transaction, _dialect, _cancellationToken) = (connection, transaction, dialect, cancellationToken);
        _timeoutSeconds = patience is { } limit ? (int)Math.Ceiling(limit.TotalSeconds) : null;
    }

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public Task<int> ExecuteAsync(string sql, object parameters) => _connection.ExecuteAsync(Command(sql, parameters));

    /// <summary>Runs a statement that reads rows as a table, <c>@rows r</c>.</summary>
    /// <returns>How many rows it changed.</returns>
    public Task<int> ExecuteAsync(string sql, OltpRows rows)
    {
        ArgumentNullException.ThrowIfNull(sql);
        ArgumentNullException.ThrowIfNull(rows);
        var (table, parameters) = _dialect.Bind(rows);
        return _connection.ExecuteAsync(Command(sql.Replace("@rows r", table, StringComparison.Ordinal), parameters));
    }

    /// <summary>The only row of a query, or null. A query that locks its rows until the commit ends in
    /// <c>/*for update*/</c>, one that others may still read and lock so in <c>/*for share*/</c>. Texts are in the order of their characters' numbers
    /// where <c>/*by code*/</c> follows.</summary>
    public Task<T?> FindAsync<T>(string sql, object parameters) => _connection.QuerySingleOrDefaultAsync<T>(Command(sql, parameters));

    /// <summary>The rows of a query.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object parameters) => (await _connection.QueryAsync<T>(Command(sql, parameters))).AsList();

    private CommandDefinition Command(string sql, object parameters)
    {
        ArgumentNullException.ThrowIfNull(sql);
        return new(_dialect.Translate(sql), parameters, _transaction, _timeoutSeconds, cancellationToken: _cancellationToken);
    }
}
