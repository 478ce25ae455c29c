namespace ShellCorp.Live;

/// <summary>What hub and web servers agree on.</summary>
public static class LiveHub
{
    /// <summary>How long a subscription lasts without renewal.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>How often a web server renews it.</summary>
    public static readonly TimeSpan RenewEvery = TimeSpan.FromMinutes(2);
}
