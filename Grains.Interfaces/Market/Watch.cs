namespace ShellCorp.Market;

/// <summary>A player whom a desk watches.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.watch.v1")]
public sealed record Watch
{
    /// <summary>The player.</summary>
    [Id(0)] public required PlayerId PlayerId { get; init; }

    /// <summary>The live rating from which the desk is told, in hundredths: 300 to 1000.</summary>
    [Id(1)] public required int ThresholdHundredths { get; init; }
}
