namespace ShellCorp.Silo.Projection;

/// <summary>What keeps a projector from going on.</summary>
/// <param name="Since">Since when.</param>
/// <param name="Reason">The last failure's message.</param>
public sealed record ProjectorFailure(DateTimeOffset Since, string Reason);
