using ShellCorp.Events;
using ShellCorp.Live;
using ShellCorp.Matches;
using ShellCorp.Teams;

namespace ShellCorp.Grains.Live;

/// <summary>Gathers changes until they are taken; of several about the same thing the newest is kept, whatever order they come in.</summary>
internal sealed class LiveBuffer
{
    private readonly Dictionary<MatchId, MatchSummary> _matches = [];
    private readonly Dictionary<(PlayerId, MatchId), LiveRatingUpdate> _ratings = [];
    private readonly Dictionary<TeamId, TeamSummary> _teams = [];

    /// <summary>Whether there is nothing to take.</summary>
    public bool IsEmpty => _matches.Count + _ratings.Count + _teams.Count == 0;

    /// <summary>Adds changes.</summary>
    public void Add(LiveChanges changes)
    {
        foreach (var match in changes.Matches)
        {
            if (LiveVersions.IsNewer(match, _matches.GetValueOrDefault(match.MatchId)))
                _matches[match.MatchId] = match;
        }

        foreach (var rating in changes.Ratings)
        {
            if (LiveVersions.IsNewer(rating, _ratings.GetValueOrDefault((rating.PlayerId, rating.MatchId))))
                _ratings[(rating.PlayerId, rating.MatchId)] = rating;
        }

        foreach (var team in changes.Teams)
        {
            if (LiveVersions.IsNewer(team, _teams.GetValueOrDefault(team.TeamId)))
                _teams[team.TeamId] = team;
        }
    }

    /// <summary>Takes what there is and leaves nothing.</summary>
    public LiveChanges Take()
    {
        var changes = new LiveChanges { Matches = [.. _matches.Values], Ratings = [.. _ratings.Values], Teams = [.. _teams.Values] };
        _matches.Clear();
        _ratings.Clear();
        _teams.Clear();
        return changes;
    }
}
