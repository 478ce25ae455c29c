using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace ShellCorp.Silo.Operations.Dashboard;

/// <summary>The admin server's routes, with the silo's services for those who map.</summary>
internal sealed class DashboardEndpoints(IEndpointRouteBuilder server, IServiceProvider process) : IEndpointRouteBuilder
{
    public IServiceProvider ServiceProvider => process;

    public ICollection<EndpointDataSource> DataSources => server.DataSources;

    public IApplicationBuilder CreateApplicationBuilder() => server.CreateApplicationBuilder();
}
