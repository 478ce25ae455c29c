namespace ShellCorp.Silo.Drain;

/// <summary>One step of a silo's way out.</summary>
public interface IDrainStep
{
    /// <summary>Where the silo is once the step is done.</summary>
    DrainPhase Reaches { get; }

    /// <summary>Takes the step. A failure is logged, and the next step is taken.</summary>
    /// <param name="cancellationToken">Cancelled when the drain's time is up.</param>
    Task RunAsync(CancellationToken cancellationToken);
}
