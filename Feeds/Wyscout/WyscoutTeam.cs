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
        [.. formation.Elements(list).Select(player => player.Number("playerId") ?? 0).Where(id => id > 0).Select(PlayerId.From).Distinct()];

    private static WyscoutSubstitution? Substitution(JsonElement substitution)
    {
        var (off, on, minute) = (substitution.Number("playerOut"), substitution.Number("playerIn"), substitution.Number("minute"));
        return off > 0 && on > 0 && on != off && minute is >= 0 and <= 150 ? new(new(off.Value), new(on.Value), (int)minute) : null;
    }
}
