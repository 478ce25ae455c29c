using Microsoft.Extensions.Diagnostics.HealthChecks;
using Patroni.Leaders;
using ShellCorp.Silo.Storage;

namespace ShellCorp.Silo.Operations.Checks;

/// <summary>Tells who leads each scope, and asks each leader for nothing, on a connection of its pool.</summary>
internal sealed class PatroniCheck(PatroniPostgres servers) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var scopes = servers.Scopes.Values.OrderBy(scope => scope.Scope, StringComparer.Ordinal).ToList();
        var leaders = string.Join("; ", scopes.Select(scope => $"{scope.Scope}: {scope.Leader?.ToString() ?? "no leader"}"));
        if (servers.Map is { } map)
            leaders += $"; partitions: {string.Join(", ", map.Partitions.Select((place, number) => $"{number} in {place.Scope}{(place.Move is null ? "" : ", moving")}"))}";
        if (scopes.Any(scope => scope.Leader is null))
            return HealthCheckResult.Unhealthy($"{leaders}.");
        try
        {
            await Task.WhenAll(scopes.Select(scope => AskAsync(scope, cancellationToken)));
            return HealthCheckResult.Healthy($"{leaders}.");
        }
        catch (Exception silent) when (silent is System.Data.Common.DbException or TimeoutException or OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy($"{leaders}; not all answer.", silent);
        }
    }

    private static async Task AskAsync(LeaderDataSource scope, CancellationToken cancellationToken)
    {
        await using var command = scope.CreateCommand("SELECT 1");
        await command.ExecuteScalarAsync(cancellationToken);
    }
}
