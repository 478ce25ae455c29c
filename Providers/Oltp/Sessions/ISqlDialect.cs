namespace Oltp.Sessions;

/// <summary>What a database says in other words than the statements that all of them are given.</summary>
internal interface ISqlDialect
{
    /// <summary>A statement as the database understands it.</summary>
    string Translate(string sql);

    /// <summary>What stands for <c>@rows r</c> in a statement that reads rows as a table, and the parameters that it takes.</summary>
    (string Table, object Parameters) Bind(OltpRows rows);
}
