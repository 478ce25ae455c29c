namespace ShellCorp.Feeds.Wyscout;

/// <summary>The competitions of Wyscout's public data set; a match names only the number.</summary>
internal static class WyscoutCompetition
{
    public static string NameOf(long? competition) => competition switch
    {
        28 => "World Cup",
        102 => "European Championship",
        364 => "Premier League",
        412 => "Ligue 1",
        426 => "Bundesliga",
        524 => "Serie A",
        795 => "La Liga",
        { } other => $"Competition {other}",
        null => "Competition",
    };
}
