namespace ShellCorp.Feeds.Simulator;

/// <summary>Parts of the pitch as the acting team sees them.</summary>
internal enum Zone
{
    /// <summary>The own third.</summary>
    Own,

    /// <summary>The middle third.</summary>
    Middle,

    /// <summary>The opponents' third without the box.</summary>
    Final,

    /// <summary>The opponents' box.</summary>
    Box,
}
