namespace ShellCorp.Market;

/// <summary>What players are ranked by. Only ratings count that users see.</summary>
[GenerateSerializer, Alias("shellcorp.rank-by")]
public enum RankBy
{
    /// <summary>The rating in the latest match, which may be going on.</summary>
    Rating = 0,

    /// <summary>The form: the mean of the latest five matches.</summary>
    Form = 1,

    /// <summary>The mean of this season's matches.</summary>
    Season = 2,
}
