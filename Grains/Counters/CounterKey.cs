namespace ShellCorp.Grains.Counters;

/// <summary>The counters of one fold.</summary>
/// <param name="Player">Whose they are.</param>
/// <param name="Kind">Which.</param>
[GenerateSerializer, Immutable, Alias("shellcorp.counter-key.v1")]
public readonly record struct CounterKey([property: Id(0)] PlayerId Player, [property: Id(1)] CounterKind Kind)
{
    /// <summary>Whether a field of the player's map is one of these.</summary>
    public bool Has(string field) => CounterFields.IsOfSeason(field) == (Kind == CounterKind.Matches);
}
