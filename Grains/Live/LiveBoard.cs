using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Live;
using ShellCorp.Matches;
using ShellCorp.Teams;

namespace ShellCorp.Grains.Live;

/// <summary>All that is live: the newest that was told of each match, rating and team. Bounded, finished matches go first.</summary>
internal sealed class LiveBoard(LiveOptions options)
{
    private readonly Dictionary<MatchId, BoardMatch> _matches = [];
    private readonly Dictionary<TeamId, TeamSummary> _teams = [];
    private long _changes;

    /// <summary>All that it holds.</summary>
    public LiveChanges Snapshot => new()
    {
        Matches = [.. _matches.Values.Select(match => match.Summary).OfType<MatchSummary>()],
        Ratings = [.. _matches.Values.SelectMany(match => match.Ratings.Values)],
        Teams = [.. _teams.Values],
    };

    /// <summary>Takes what is newer than what it holds.</summary>
    /// <returns>What it took.</returns>
    public LiveChanges Add(LiveChanges changes)
    {
        var taken = new LiveChanges
        {
            Matches = [.. changes.Matches.Where(Take)],
            Ratings = [.. changes.Ratings.Where(Take)],
            Teams = [.. changes.Teams.Where(Take)],
        };
        Trim();
        return taken;
    }

    private bool Take(MatchSummary match)
    {
        if (!LiveVersions.IsNewer(match, _matches.GetValueOrDefault(match.MatchId)?.Summary))
            return false;

        Touch(match.MatchId).Summary = match;
        return true;
    }

    private bool Take(LiveRatingUpdate rating)
    {
        if (!LiveVersions.IsNewer(rating, _matches.GetValueOrDefault(rating.MatchId)?.Ratings.GetValueOrDefault(rating.PlayerId)))
            return false;

        Touch(rating.MatchId).Ratings[rating.PlayerId] = rating;
        return true;
    }

    private bool Take(TeamSummary team)
    {
        if (!LiveVersions.IsNewer(team, _teams.GetValueOrDefault(team.TeamId)))
            return false;

        _teams[team.TeamId] = team;
        return true;
    }

    private BoardMatch Touch(MatchId match)
    {
        if (!_matches.TryGetValue(match, out var held))
            _matches[match] = held = new();

        held.ChangedAt = ++_changes;
        return held;
    }

    private void Trim()
    {
        Drop([.. _matches.Where(match => match.Value.IsFinished)], options.FinishedMatches);
        Drop([.. _matches], options.Matches);
    }

    private void Drop(ImmutableArray<KeyValuePair<MatchId, BoardMatch>> matches, int keep)
    {
        if (matches.Length <= keep)
            return;

        foreach (var (match, _) in matches.OrderByDescending(match => match.Value.ChangedAt).Skip(keep))
            _matches.Remove(match);
    }
}
