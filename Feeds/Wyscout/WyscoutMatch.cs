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

    /// <summary>With substitutions found in the rows for a team that lists none.</summary>
    public WyscoutMatch WithSubstitutions(ImmutableArray<WyscoutRow> rows) => this with
    {
        Home = Home with { Substitutions = MissingSubstitutions.Of(Home, rows) },
        Away = Away with { Substitutions = MissingSubstitutions.Of(Away, rows) },
    };

    /// <summary>Reads all matches.</summary>
    public static async Task<Dictionary<MatchId, WyscoutMatch>> ReadAsync(WyscoutFolder folder, CancellationToken cancellationToken)
    {
        using var document = await folder.ReadArrayAsync(File, cancellationToken);
        var matches = new Dictionary<MatchId, WyscoutMatch>();
        foreach (var (index, element) in document.RootElement.EnumerateArray().Index())
        {
            var match = Read(element, index);
            if (!matches.TryAdd(match.Id, match))
                throw new FeedFormatException(File, $"element {index}", $"match {match.Id} stands there twice");
        }

        return matches;
    }

    private static WyscoutMatch Read(JsonElement element, int index)
    {
        var id = element.Number("wyId") is > 0 and var number
            ? new MatchId(number)
            : throw new FeedFormatException(File, $"element {index}", "wyId: expected a positive number");
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
                text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var kickOff)
            ? kickOff
            : throw new FeedFormatException(File, $"match {id}", $"dateutc: expected yyyy-MM-dd HH:mm:ss, found '{text}'");
    }
}
