namespace ShellCorp.Market;

/// <summary>A place in a ranking, after which its next page begins: descending by the mark, and ascending by number among equals.</summary>
/// <param name="Hundredths">What is ranked by, in hundredths.</param>
/// <param name="PlayerId">The player.</param>
[GenerateSerializer, Immutable, Alias("shellcorp.rank-place.v1")]
public sealed record RankPlace([property: Id(0)] int Hundredths, [property: Id(1)] PlayerId PlayerId);
