using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>One team of a match.</summary>
internal sealed record WyscoutTeam
{
    public required TeamId Id { get; init; }

    public required bool AtHome { get; init; }

    public required ImmutableArray<PlayerId> Starters { get; init; }

    public required ImmutableArray<PlayerId> Bench { get; init; }

    public required ImmutableArray<WyscoutSubstitution> Substitutions { get; init; }

    public static WyscoutTeam? Read(string key, JsonElement team)
    {
        var id = team.Number("teamId") ?? (long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
        if (id <= 0)
            return null;

        var formation = team.Member("formation") ?? default;
        return new()
        {
            Id = new(id),
            AtHome = team.Text("side") == "home",
            Starters = Players(formation, "lineup"),
            Bench = Players(formation, "bench"),
            Substitutions = [.. formation.Elements("substitutions").Select(Substitution).OfType<WyscoutSubstitution>()],
        };
    }

    private static ImmutableArray<PlayerId> Players(JsonElement formation, string list) =>
        [.. formation.Elements(list).Select(player => player.Number("playerId")).Where(id => id > 0).Select(id => new PlayerId(id!.Value)).Distinct()];

    private static WyscoutSubstitution? Substitution(JsonElement substitution) =>
        (substitution.Number("playerOut"), substitution.Number("playerIn"), substitution.Number("minute")) is ( > 0 and var off, > 0 and var on, >= 0 and <= 150 and var minute)
        && off != on
            ? new(new(off), new(on), (int)minute)
            : null;
}
