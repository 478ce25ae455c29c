using System.Globalization;
using ShellCorp.Events;
using ShellCorp.Matches;
using ShellCorp.Players;
using ShellCorp.Registry;
using ShellCorp.Web.Live;
using ShellCorp.Web.Matches;

namespace ShellCorp.Web.Players;

/// <summary>Puts a player's page together from the grains that know the parts; what is live wins over what was read.</summary>
public sealed class PlayerCareers(IGrainFactory grains, LiveStore store, MatchViews views)
{
    /// <summary>How many matches a page shows, the latest ones.</summary>
    public const int MatchLimit = 40;

    /// <summary>The player, or null where neither a line-up nor an event has named one.</summary>
    public async Task<PlayerCareer?> FindAsync(PlayerId player, CancellationToken cancellationToken)
    {
        var profile = await grains.GetGrain<IPlayerRegistryGrain>(PlayerShards.Of(player)).FindAsync(player, cancellationToken);
        var rating = grains.GetGrain<IPlayerRatingGrain>(player.Value);
        var ids = await rating.GetMatchesAsync(cancellationToken);
        if (profile is null && ids.IsEmpty)
            return null;
        var matches = await Task.WhenAll(ids.TakeLast(MatchLimit).Select(m => FindAsync(player, m, cancellationToken)));
        return new()
        {
            PlayerId = player,
            Name = profile?.Name ?? $"Player {player}",
            Role = profile?.Role ?? PlayerRole.Unknown,
            TeamId = profile?.TeamId,
            TeamName = profile is null ? "" : TeamName(profile.TeamId),
            Matches = [.. matches.OfType<PlayerMatch>().OrderByDescending(m => m.When)],
        };
    }

    /// <summary>The same player with what is live now, without a call; null where a match has begun that the career doesn't have.</summary>
    public PlayerCareer? TryRefresh(PlayerCareer career)
    {
        var state = store.State;
        var player = career.PlayerId;
        var known = career.Matches.Select(m => m.MatchId).ToHashSet();
        return state.Ratings.Any(r => r.Value.ContainsKey(player) && !known.Contains(r.Key))
            ? null
            : career with { Matches = [.. career.Matches.Select(m => Refresh(m, state, player))] };
    }

    /// <summary>Why a rating is what it is, or null where the player has none in the match.</summary>
    public Task<RatingExplanation?> ExplainAsync(PlayerId player, MatchId match, CancellationToken cancellationToken) =>
        grains.GetGrain<IPlayerRatingGrain>(player.Value).ExplainAsync(match, cancellationToken);

    private async Task<PlayerMatch?> FindAsync(PlayerId player, MatchId match, CancellationToken cancellationToken)
    {
        var read = await grains.GetGrain<IPlayerRatingGrain>(player.Value).GetRatingAsync(match, cancellationToken);
        if (read is null)
            return null;
        var live = store.State.RatingsOf(match).GetValueOrDefault(player);
        var rating = live is not null && live.Update.Version >= read.Live.Version ? live : new LiveRating(read.Live, 0, 0);
        var summary = store.State.Matches.GetValueOrDefault(match) ?? (await views.GetAsync(match, 0, cancellationToken))?.Summary;
        return new(match, Title(match, summary), summary?.KickOff ?? rating.Update.OccurredAt, rating.Update, RatingFace.Of(rating));
    }

    private static PlayerMatch Refresh(PlayerMatch match, LiveState state, PlayerId player) =>
        state.RatingsOf(match.MatchId).TryGetValue(player, out var live) && live.Update.Version > match.Rating.Version
            ? match with { Title = Title(match.MatchId, state.Matches.GetValueOrDefault(match.MatchId)), Rating = live.Update, Face = RatingFace.Of(live) }
            : match;

    private string TeamName(TeamId team) =>
        store.State.Teams.GetValueOrDefault(team)?.Name
        ?? store.State.Matches.Values.Select(m => m.HomeTeam == team ? m.Home : m.AwayTeam == team ? m.Away : null).FirstOrDefault(n => n is not null)
        ?? $"Team {team}";

    private static string Title(MatchId match, MatchSummary? summary) => summary is null
        ? $"Match {match}"
        : string.Create(CultureInfo.InvariantCulture, $"{summary.Home} {summary.HomeScore}–{summary.AwayScore} {summary.Away}");
}
