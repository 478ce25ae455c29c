namespace ShellCorp.Grains.Market;

/// <summary>
/// The statements of one transaction, in SQL that PostgreSQL and SQLite both know. Parameters are the properties of an object and stand in the
/// statement as <c>@Name</c>, a list as <c>IN @Name</c>; columns are read into properties of their names. A query that ends in <c>/*for update*/</c> or
/// <c>/*for share*/</c> locks its rows until the commit.
/// </summary>
public interface IMarketSession
{
    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    Task<int> ExecuteAsync(string sql, object parameters);

    /// <summary>The only row of a query, or null.</summary>
    Task<T?> FindAsync<T>(string sql, object parameters);

    /// <summary>The rows of a query.</summary>
    Task<IReadOnlyList<T>> ListAsync<T>(string sql, object parameters);
}
