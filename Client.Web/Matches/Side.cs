namespace ShellCorp.Web.Matches;

/// <summary>A side of a match.</summary>
public enum Side
{
    /// <summary>The team at home.</summary>
    Home,

    /// <summary>The team away.</summary>
    Away,
}
