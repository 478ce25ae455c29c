using Microsoft.Extensions.Configuration;
using ShellCorp.Web.Tests.Scripted;

namespace ShellCorp.Web.Tests.Browser;

/// <summary>One site of the cluster profile for tests that only look.</summary>
public sealed class ClusterSite : IAsyncLifetime
{
    private ScriptedSite? _site;

    public ScriptedSite Site => _site ?? throw new InvalidOperationException("The site isn't started yet.");

    public async ValueTask InitializeAsync() => _site = await ScriptedSite.StartAsync(
        DemoLeague.Write(new()),
        builder => builder.Configuration.AddInMemoryCollection([new("ShellCorp:Profile", "Cluster")]));

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
            await _site.DisposeAsync();
    }
}
