namespace ShellCorp.Web.Api;

/// <summary>What the API takes at once.</summary>
public static class ApiLimits
{
    /// <summary>The largest body, in bytes: 1 MiB.</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    /// <summary>The most events in one body.</summary>
    public const int MaxItems = 1000;
}
