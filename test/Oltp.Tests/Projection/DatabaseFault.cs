namespace ShellCorp.Oltp.Tests.Projection;

internal enum DatabaseFault
{
    None,

    /// <summary>No transaction is begun.</summary>
    Before,

    /// <summary>All statements are done, and no commit.</summary>
    BeforeCommit,

    /// <summary>All is done, and the commit's answer lost.</summary>
    LostAnswer,

    /// <summary>All is done and answered, and then the caller fails.</summary>
    After,
}
