namespace ShellCorp.Analytics.Warehouse;

/// <summary>There is no room to write. Nothing is lost: the log is read again from the ledger's <c>next</c> once there is.</summary>
public sealed class StorageFullException(string what, Exception inner)
    : Exception($"{what}: no space is left on the device ({inner.Message}). Make room and start again; reading goes on where the ledger ends.", inner)
{
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;
    private const int FileTooLarge = 27;

    /// <summary>Whether a failure says so: ENOSPC, EDQUOT or EFBIG.</summary>
    internal static bool IsCause(IOException exception) => (exception.HResult & 0xFFFF) is NoSpace or QuotaExceeded or FileTooLarge;
}
