using ShellCorp.Events;
using ShellCorp.Grains.Matches;

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
            Assert.NotNull(update.TeamId);
            Assert.Empty(SheetRules.Check(update, sheet));
        }

        foreach (var fact in match.Steps.SelectMany(step => step.MatchUpdates))
        {
            Assert.Empty(EventValidator.Validate(fact));
            Assert.Empty(SheetRules.Check(fact, sheet));
        }
    }
}
