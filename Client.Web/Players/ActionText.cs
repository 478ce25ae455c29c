using System.Text;
using ShellCorp.Events;
using ShellCorp.Players;

namespace ShellCorp.Web.Players;

/// <summary>What a player did, in words.</summary>
public static class ActionText
{
    /// <summary>Kind, outcome and qualifiers, such as <c>Pass, completed · key pass</c>.</summary>
    public static string Of(RatingContribution contribution)
    {
        var text = new StringBuilder(Kind(contribution.Kind));
        var outcome = Outcome(contribution.Kind, contribution.Outcome);
        if (outcome.Length > 0)
            text.Append(", ").Append(outcome);
        foreach (var qualifier in Enum.GetValues<ActionQualifiers>())
        {
            if (qualifier != ActionQualifiers.None && contribution.Qualifiers.HasFlag(qualifier))
                text.Append(" · ").Append(Words(qualifier.ToString()));
        }

        return text.ToString();
    }

    private static string Kind(PlayerAction kind) => kind switch
    {
        PlayerAction.KeeperSweep => "Left the line",
        PlayerAction.CameOn => "On the pitch",
        PlayerAction.WentOff => "Went off",
        PlayerAction.SentOff => "Sent off",
        PlayerAction.TeamScored => "Team scored",
        PlayerAction.TeamConceded => "Team conceded",
        PlayerAction.FullTime => "Full time",
        _ => Capital(Words(kind.ToString())),
    };

    private static string Outcome(PlayerAction kind, ActionOutcome outcome) => (kind, outcome) switch
    {
        (PlayerAction.Shot, ActionOutcome.Success) => "on target",
        (PlayerAction.Shot, ActionOutcome.Failure) => "off target",
        (PlayerAction.Save, ActionOutcome.Success) => "held",
        (>= PlayerAction.AttackingDuel and <= PlayerAction.AerialDuel, ActionOutcome.Success) => "won",
        (>= PlayerAction.AttackingDuel and <= PlayerAction.AerialDuel, ActionOutcome.Failure) => "lost",
        (>= PlayerAction.AttackingDuel and <= PlayerAction.AerialDuel, ActionOutcome.Neutral) => "undecided",
        (>= PlayerAction.CameOn, _) or (_, ActionOutcome.None) => "",
        (_, ActionOutcome.Success) => "completed",
        (_, ActionOutcome.Failure) => "failed",
        _ => "neutral",
    };

    private static string Words(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
                text.Append(' ');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
