using Microsoft.Extensions.Hosting;

namespace ShellCorp.Operations.Admin;

/// <summary>Leaves signals to the process's own host: the admin server lives as long as that one does.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
