namespace ShellCorp.Silo.Drain.Turns;

/// <summary>Whose turn it is to move activations; one for the cluster, by key 0.</summary>
[Alias("shellcorp.drain-turn-grain")]
internal interface IDrainTurnGrain : IGrainWithIntegerKey
{
    /// <summary>Takes the turn unless another silo that is up has it; true if this silo has it now. May be repeated.</summary>
    [Alias("try-take")]
    Task<bool> TryTakeAsync(SiloAddress silo);

    /// <summary>Gives it back; without effect if another silo has it. May be repeated.</summary>
    [Alias("give-back")]
    Task GiveBackAsync(SiloAddress silo);
}
