using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>One team of a match.</summary>
internal sealed record WyscoutTeam
{
    public required TeamId Id { get; init; }

    public required bool AtHome { get; init; }

    public required ImmutableArray<PlayerId> Starters { get; init; }

    public required ImmutableArray<PlayerId> Bench { get; init; }

    public required ImmutableArray<WyscoutSubstitution> Substitutions { get; init; }

    /// <summary>Substitutions that name only one of the two.</summary>
    public required ImmutableArray<WyscoutSubstitutionEntry> Incomplete { get; init; }

    /// <summary>Everyone whom the team names.</summary>
    public IEnumerable<PlayerId> Named =>
    [
        .. Starters, .. Bench, .. Substitutions.SelectMany(each => (PlayerId[])[each.Off, each.On]),
        .. Incomplete.SelectMany(each => (PlayerId?[])[each.Off, each.On]).OfType<PlayerId>(),
    ];

    public static WyscoutTeam? Read(string key, JsonElement team)
    {
        var id = team.Number("teamId") ?? (long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
        if (id <= 0)
            return null;

        var formation = team.Member("formation") ?? default;
        var lineup = Players(formation, "lineup");
        var substitutions = formation.Elements("substitutions").Select(Substitution).OfType<WyscoutSubstitutionEntry>().ToArray();
        return new()
        {
            Id = new(id),
            AtHome = team.Text("side") == "home",
            Starters = [.. lineup.Take(EventValidator.MaxStarters)],
            Bench = [.. lineup.Skip(EventValidator.MaxStarters), .. Players(formation, "bench")],
            Substitutions = [.. substitutions.Select(entry => entry.Whole).OfType<WyscoutSubstitution>()],
            Incomplete = [.. substitutions.Where(entry => entry.Whole is null)],
        };
    }

    private static ImmutableArray<PlayerId> Players(JsonElement formation, string list) =>
        [.. formation.Elements(list).Select(player => player.Number("playerId") ?? 0).Where(id => id > 0).Select(PlayerId.From).Distinct()];

    private static WyscoutSubstitutionEntry? Substitution(JsonElement substitution)
    {
        var (off, on, minute) = (Player(substitution, "playerOut"), Player(substitution, "playerIn"), substitution.Number("minute"));
        return off != on && minute is >= 0 and <= EventValidator.MaxMinute ? new(off, on, (int)minute) : null;
    }

    private static PlayerId? Player(JsonElement substitution, string name) =>
        substitution.Number(name) is > 0 and var player ? new(player) : null;
}
