using Microsoft.Extensions.Diagnostics.HealthChecks;
using ShellCorp.Silo.Storage;

namespace ShellCorp.Silo.Operations.Checks;

/// <summary>Asks the database for nothing, on a connection of its pool.</summary>
internal sealed class PostgresCheck(IPostgresServers servers) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var command = servers.Market.CreateCommand("SELECT 1");
        await command.ExecuteScalarAsync(cancellationToken);
        return HealthCheckResult.Healthy("The database answers.");
    }
}
