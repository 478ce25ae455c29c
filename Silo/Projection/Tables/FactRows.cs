using Oltp.Sessions;
using ShellCorp.Events;
using ShellCorp.Grains.Market;

namespace ShellCorp.Silo.Projection.Tables;

/// <summary>Facts of matches as rows.</summary>
internal static class FactRows
{
    public static OltpRows Of(IReadOnlyCollection<MatchUpdate> facts) => new OltpRows(facts.Count)
        .With("match_id", facts.Select(fact => fact.MatchId.Value))
        .With("id", facts.Select(fact => fact.Id))
        .With("kind", facts.Select(fact => (int)fact.Kind))
        .With("period", facts.Select(fact => (int)fact.Time.Period))
        .With("team_id", facts.Select(fact => fact.TeamId?.Value))
        .With("player_id", facts.Select(fact => fact.PlayerId?.Value))
        .With("at", facts.Select(fact => MarketTime.Of(fact.OccurredAt)))
        .With("competition", facts.Select(fact => fact.Sheet?.Competition))
        .With("kick_off", facts.Select(fact => fact.Sheet is { } sheet ? MarketTime.Of(sheet.KickOff) : (long?)null))
        .With("home_id", facts.Select(fact => fact.Sheet?.Home.TeamId.Value))
        .With("home", facts.Select(fact => fact.Sheet?.Home.Name))
        .With("away_id", facts.Select(fact => fact.Sheet?.Away.TeamId.Value))
        .With("away", facts.Select(fact => fact.Sheet?.Away.Name));

    /// <summary>Who stands on the line-ups among them.</summary>
    public static OltpRows OfSquads(IEnumerable<MatchUpdate> facts)
    {
        var places = (from fact in facts
                      where fact.Sheet is not null
                      from team in (TeamSheet[])[fact.Sheet!.Home, fact.Sheet.Away]
                      from player in team.Squad
                      select (fact.MatchId, fact.Id, player.PlayerId, team.TeamId)).ToList();
        return new OltpRows(places.Count)
            .With("match_id", places.Select(place => place.MatchId.Value))
            .With("fact_id", places.Select(place => place.Id))
            .With("player_id", places.Select(place => place.PlayerId.Value))
            .With("team_id", places.Select(place => place.TeamId.Value));
    }
}
