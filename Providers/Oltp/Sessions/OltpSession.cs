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
    private readonly Func<string, string> _translate;
    private readonly CancellationToken _cancellationToken;

    internal OltpSession(DbConnection connection, DbTransaction transaction, Func<string, string> translate, CancellationToken cancellationToken) =>
        (_connection, _transaction, _translate, _cancellationToken) = (connection, transaction, translate, cancellationToken);

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public Task<int> ExecuteAsync(string sql, object parameters) => _connection.ExecuteAsync(Command(sql, parameters));

    /// <summary>The only row of a query, or null. A query that locks its rows until the commit ends in
    /// <c>/*for update*/</c>, one that others may still read and lock so in <c>/*for share*/</c>.</summary>
    public Task<T?> FindAsync<T>(string sql, object parameters) => _connection.QuerySingleOrDefaultAsync<T>(Command(sql, parameters));

    /// <summary>The rows of a query.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object parameters) => (await _connection.QueryAsync<T>(Command(sql, parameters))).AsList();

    private CommandDefinition Command(string sql, object parameters)
    {
        ArgumentNullException.ThrowIfNull(sql);
        return new(_translate(sql), parameters, _transaction, cancellationToken: _cancellationToken);
    }
}
