namespace ShellCorp.Oltp.Tests.Market;

internal enum LogFault
{
    None,

    /// <summary>Nothing is kept.</summary>
    Before,

    /// <summary>Half is kept.</summary>
    Amid,

    /// <summary>All is kept, and the acknowledgement is lost.</summary>
    After,
}
