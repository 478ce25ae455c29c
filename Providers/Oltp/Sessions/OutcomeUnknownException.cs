namespace Oltp.Sessions;

/// <summary>The answer to a commit was lost: the transaction may be done or not. Only who can tell a repetition may repeat it.</summary>
/// <param name="reason">How the connection was lost.</param>
public sealed class OutcomeUnknownException(Exception reason)
    : Exception($"The connection was lost while committing, so the transaction may be done or not: {reason?.Message}", reason);
