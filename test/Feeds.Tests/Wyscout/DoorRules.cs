using ShellCorp.Events;

namespace ShellCorp.Feeds.Tests.Wyscout;

/// <summary>What ingest refuses, a feed must not tell.</summary>
internal static class DoorRules
{
    public static void AssertPassed(FeedMatch match)
    {
        var sheet = match.Facts(MatchFact.LineUp).Single().Sheet!;
        foreach (var update in match.Steps.SelectMany(step => step.PlayerUpdates))
        {
            Assert.Empty(EventValidator.ValidateReported(update));
            Assert.Equal(update.TeamId, sheet.Find(update.PlayerId)?.Team.TeamId);
        }

        foreach (var fact in match.Steps.SelectMany(step => step.MatchUpdates))
        {
            Assert.Empty(EventValidator.Validate(fact));
            Assert.True(fact.TeamId is not { } team || sheet.Of(team) is not null);
            Assert.True(fact.PlayerId is not { } player || sheet.Find(player)?.Team.TeamId == fact.TeamId);
            Assert.True(fact.PlayerInId is not { } on || sheet.Find(on)?.Team.TeamId == fact.TeamId);
        }
    }
}
