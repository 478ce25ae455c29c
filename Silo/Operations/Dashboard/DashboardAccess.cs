namespace ShellCorp.Silo.Operations.Dashboard;

/// <summary>Whom the dashboard is served to.</summary>
internal enum DashboardAccess
{
    /// <summary>Nobody: there are no credentials, and this isn't Development.</summary>
    Nobody,

    /// <summary>Whoever has the credentials.</summary>
    Credentials,

    /// <summary>Whoever is on this machine, in Development.</summary>
    ThisMachine,
}
