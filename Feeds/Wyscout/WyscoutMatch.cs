using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>A match as <c>matches.json</c> tells it.</summary>
internal sealed record WyscoutMatch
{
    private const string File = "matches.json";

    public required MatchId Id { get; init; }

    public required string Competition { get; init; }

    public required DateTimeOffset KickOff { get; init; }

    /// <summary>The last period by the match's <c>duration</c>.</summary>
    public required MatchPeriod LastPeriod { get; init; }

    public required WyscoutTeam Home { get; init; }

    public required WyscoutTeam Away { get; init; }

    public ImmutableArray<WyscoutTeam> Teams => [Home, Away];

    /// <summary>With starters and substitutions found in the rows where a team doesn't list them.</summary>
    public WyscoutMatch Completed(ImmutableArray<WyscoutRow> rows)
    {
        var home = MissingStarters.Put(Home, Away, rows);
        var away = MissingStarters.Put(Away, home, rows);
        return this with
        {
            Home = home with { Substitutions = MissingSubstitutions.Of(home, away, rows) },
            Away = away with { Substitutions = MissingSubstitutions.Of(away, home, rows) },
        };
    }

    /// <summary>Reads all matches, each when it is asked for: what is wrong with one that wasn't played doesn't matter.</summary>
    public static async Task<Dictionary<MatchId, Func<WyscoutMatch>>> ReadAsync(WyscoutFolder folder, CancellationToken cancellationToken)
    {
        using var document = await folder.ReadArrayAsync(File, cancellationToken);
        var matches = new Dictionary<MatchId, Func<WyscoutMatch>>();
        foreach (var (index, element) in document.RootElement.EnumerateArray().Index())
        {
            var id = element.Number("wyId") is > 0 and var number
                ? new MatchId(number)
                : throw new FeedFormatException(File, $"element {index}", "wyId: expected a positive number");
            var match = element.Clone();
            if (!matches.TryAdd(id, () => Read(match, id)))
                throw new FeedFormatException(File, $"element {index}", $"match {id} stands there twice");
        }

        return matches;
    }

    private static WyscoutMatch Read(JsonElement element, MatchId id)
    {
        var teams = ReadTeams(element);
        if (teams is not [var one, var other] || one.Id == other.Id)
            throw new FeedFormatException(File, $"match {id}", $"teamsData: expected two teams, found {teams.Length}");

        var firstAtHome = one.AtHome || !other.AtHome;
        return new()
        {
            Id = id,
            Competition = WyscoutCompetition.NameOf(element.Number("competitionId")),
            KickOff = ReadKickOff(element, id),
            LastPeriod = element.Text("duration") switch
            {
                "ExtraTime" => MatchPeriod.SecondExtraTime,
                "Penalties" => MatchPeriod.ShootOut,
                _ => MatchPeriod.SecondHalf,
            },
            Home = firstAtHome ? one : other,
            Away = firstAtHome ? other : one,
        };
    }

    private static ImmutableArray<WyscoutTeam> ReadTeams(JsonElement match) =>
        match.Member("teamsData") is { ValueKind: JsonValueKind.Object } teams
            ? [.. teams.EnumerateObject().Select(team => WyscoutTeam.Read(team.Name, team.Value)).OfType<WyscoutTeam>()]
            : [];

    private static DateTimeOffset ReadKickOff(JsonElement match, MatchId id)
    {
        var text = match.Text("dateutc");
        return DateTimeOffset.TryParseExact(
                text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var kickOff) && kickOff != default
            ? kickOff
            : throw new FeedFormatException(File, $"match {id}", $"dateutc: expected yyyy-MM-dd HH:mm:ss, found '{text}'");
    }
}
