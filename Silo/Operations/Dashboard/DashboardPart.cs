using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Orleans.Dashboard;
using ShellCorp.Operations.Admin;

namespace ShellCorp.Silo.Operations.Dashboard;

/// <summary><c>/dashboard</c>: Orleans's dashboard, never without authorization.</summary>
internal sealed class DashboardPart(IServiceProvider process, DashboardAccess access, DashboardAccessOptions options, ILogger<DashboardPart> logger) : IAdminPart
{
    private const string Path = "/dashboard";

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(options);
        services.AddAuthentication(BasicAuthentication.Name).AddScheme<AuthenticationSchemeOptions, BasicAuthentication>(BasicAuthentication.Name, configureOptions: null);
        services.AddAuthorization();
    }

    public void Map(WebApplication server)
    {
        if (access == DashboardAccess.Nobody)
        {
            logger.LogNoDashboard(DashboardAccessOptions.Section);
            return;
        }

        server.UseAuthentication();
        server.UseAuthorization();
        server.Use(LookUpInProcess);
        new DashboardEndpoints(server, process).MapOrleansDashboard(Path).RequireAuthorization(Policy()).WithMetadata(this);
    }

    private AuthorizationPolicy Policy()
    {
        var policy = new AuthorizationPolicyBuilder(BasicAuthentication.Name);
        return access == DashboardAccess.Credentials
            ? policy.RequireAuthenticatedUser().Build()
            : policy.RequireAssertion(context => context.Resource is HttpContext { Connection.RemoteIpAddress: { } caller } && IPAddress.IsLoopback(caller)).Build();
    }

    /// <summary>The dashboard's own services are the silo's, not those of the admin server's container.</summary>
    private Task LookUpInProcess(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<DashboardPart>() is not null)
            context.RequestServices = process;
        return next(context);
    }
}
