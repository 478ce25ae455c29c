namespace ZooKeeper.Client.Sessions;

/// <summary>What the ensemble knows a session by.</summary>
/// <param name="Id">Its number; 0 for one that is still to be made.</param>
/// <param name="Password">What another connection must show to take it up.</param>
/// <param name="Timeout">How long the ensemble keeps it without hearing from it: as negotiated, or as wanted for one to be made.</param>
internal sealed record SessionIdentity(long Id, ReadOnlyMemory<byte> Password, TimeSpan Timeout)
{
    private const int PasswordBytes = 16;

    internal static SessionIdentity New(TimeSpan timeout) => new(0, new byte[PasswordBytes], timeout);
}
