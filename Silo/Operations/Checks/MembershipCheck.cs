using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ShellCorp.Silo.Operations.Checks;

/// <summary>Reads this silo's own row where the cluster keeps its members.</summary>
internal sealed class MembershipCheck(IServiceProvider services, ISiloStatusOracle silos) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (silos.CurrentStatus == SiloStatus.Created)
            return HealthCheckResult.Unhealthy("The silo hasn't joined yet.");
        // Asked for late: a table may connect where it is made.
        var table = services.GetRequiredService<IMembershipTable>();
        var read = await table.ReadRowAsync(silos.SiloAddress, cancellationToken).WaitAsync(cancellationToken);
        return read.Members is [var row, ..]
            ? HealthCheckResult.Healthy($"The table says {row.Item1.Status}, at version {read.Version.Version}.")
            : HealthCheckResult.Unhealthy($"The table has no row of {silos.SiloAddress}.");
    }
}
