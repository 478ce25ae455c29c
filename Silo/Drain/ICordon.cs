namespace ShellCorp.Silo.Drain;

/// <summary>Has nothing placed on this silo any more.</summary>
public interface ICordon
{
    /// <summary>Whether there is another silo that is up and isn't about to go itself.</summary>
    bool HasSuccessor { get; }

    /// <summary>Returns once every silo that is up has acknowledged; at once if all have.</summary>
    Task AnnounceAsync(CancellationToken cancellationToken);
}
