using ShellCorp.Events;

namespace ShellCorp.Feeds.Tests.Wyscout;

/// <summary>What a match does to its players' ratings, worked out here once more so that the feed and the rating model are tested alone.</summary>
internal static class DerivedFacts
{
    /// <summary>All updates of each player who was involved, own ones and derived ones.</summary>
    public static Dictionary<PlayerId, List<PlayerUpdate>> Of(FeedMatch match)
    {
        var facts = match.Steps.SelectMany(step => step.MatchUpdates).ToArray();
        var sheet = facts.Single(fact => fact.Kind == MatchFact.LineUp).Sheet!;
        var updates = match.Steps.SelectMany(step => step.PlayerUpdates).GroupBy(update => update.PlayerId).ToDictionary(each => each.Key, each => each.ToList());
        foreach (var team in new[] { sheet.Home, sheet.Away })
        {
            foreach (var starter in team.Squad.Where(player => player.Starts))
                Tell(starter.PlayerId, PlayerAction.CameOn, MatchTime.KickOff);
        }

        foreach (var fact in facts)
        {
            if (fact.Kind == MatchFact.Substitution)
            {
                Tell(fact.PlayerInId, PlayerAction.CameOn, fact.Time);
                Tell(fact.PlayerId, PlayerAction.WentOff, fact.Time);
            }
            else if (Personal(fact.Kind) is { } kind)
                Tell(fact.PlayerId, kind, fact.Time);
        }

        foreach (var fact in facts)
        {
            foreach (var (player, team) in Involved())
            {
                if (fact.Kind is MatchFact.Goal or MatchFact.OwnGoal)
                    Tell(player, (fact.Kind == MatchFact.Goal) == (fact.TeamId == team) ? PlayerAction.TeamScored : PlayerAction.TeamConceded, fact.Time);
                else if (fact.Kind == MatchFact.FullTime)
                    Tell(player, PlayerAction.FullTime, fact.Time);
            }
        }

        return updates;

        (PlayerId Player, TeamId Team)[] Involved() =>
            [.. updates.Where(each => each.Value.Exists(update => update.Kind == PlayerAction.CameOn)).Select(each => (each.Key, sheet.Find(each.Key)!.Value.Team.TeamId))];

        void Tell(PlayerId? to, PlayerAction kind, MatchTime time)
        {
            if (to is not { } player || sheet.Find(player) is not var (team, member))
                return;
            if (!updates.TryGetValue(player, out var list))
                updates[player] = list = [];
            list.Add(new()
            {
                Id = "derived",
                MatchId = match.MatchId,
                PlayerId = player,
                TeamId = team.TeamId,
                Kind = kind,
                Time = time,
                Role = kind == PlayerAction.CameOn ? member.Role : PlayerRole.Unknown,
            });
        }
    }

    private static PlayerAction? Personal(MatchFact kind) => kind switch
    {
        MatchFact.Goal => PlayerAction.Goal,
        MatchFact.OwnGoal => PlayerAction.OwnGoal,
        MatchFact.YellowCard => PlayerAction.YellowCard,
        MatchFact.RedCard or MatchFact.SecondYellowCard => PlayerAction.SentOff,
        _ => null,
    };
}
