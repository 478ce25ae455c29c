using ShellCorp.Events;

namespace ShellCorp.Web.Matches;

/// <summary>A fact of a match in words.</summary>
/// <param name="Id">The event's identity.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Side">Whose side it is shown on; null for periods.</param>
/// <param name="Time">When.</param>
/// <param name="Player">Who, or null where nobody is named.</param>
/// <param name="Name">The player's name, or what happened where nobody is named.</param>
/// <param name="Detail">More: who came on, the score after a goal.</param>
public sealed record TimelineEntry(string Id, MatchFact Kind, Side? Side, MatchTime Time, PlayerId? Player, string Name, string Detail)
{
    /// <summary>Whether it changed the score.</summary>
    public bool IsGoal => Kind is MatchFact.Goal or MatchFact.OwnGoal;
}
