using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Grains.Teams;

/// <summary>The matches in which a team has ratings, and its name. A match is written here before its first rating is stored.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.team-index.v1")]
public sealed record TeamIndex
{
    /// <summary>Nothing known.</summary>
    public static TeamIndex Empty { get; } = new();

    /// <summary>In the order in which they came.</summary>
    [Id(0)] public ImmutableArray<MatchId> Matches { get; init; } = [];

    /// <summary>The name in the latest line-up; null while there was none.</summary>
    [Id(1)] public string? Name { get; init; }

    /// <summary>The kick-off of that line-up.</summary>
    [Id(2)] public DateTimeOffset NameAsOf { get; init; }

    /// <summary>How often the name was learnt.</summary>
    [Id(3)] public int Names { get; init; }

    /// <summary>Grows with each change.</summary>
    public int Version => Matches.Length + Names;

    /// <summary>With a match.</summary>
    public TeamIndex Add(MatchId match) => Matches.Contains(match) ? this : this with { Matches = Matches.Add(match) };

    /// <summary>With the name that a line-up tells.</summary>
    public TeamIndex Learn(TeamId team, MatchSheet sheet) =>
        sheet.Of(team) is { } own && (Name is null || (sheet.KickOff > NameAsOf && own.Name != Name))
            ? this with { Name = own.Name, NameAsOf = sheet.KickOff, Names = Names + 1 }
            : this;
}
