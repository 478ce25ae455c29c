using ShellCorp.Events;

namespace ShellCorp.Web.Players;

/// <summary>Players' lines in words.</summary>
public static class RoleText
{
    /// <summary>Three letters, or a dash.</summary>
    public static string Short(PlayerRole role) => role switch
    {
        PlayerRole.Goalkeeper => "GK",
        PlayerRole.Defender => "DEF",
        PlayerRole.Midfielder => "MID",
        PlayerRole.Forward => "FWD",
        _ => "–",
    };

    /// <summary>The word; empty where the line isn't known.</summary>
    public static string Long(PlayerRole role) => role == PlayerRole.Unknown ? "" : role.ToString();
}
