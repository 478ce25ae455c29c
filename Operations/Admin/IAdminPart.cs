using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ShellCorp.Operations.Admin;

/// <summary>Something that the admin server answers. The server has a container of its own; a part brings what it needs of the process's.</summary>
public interface IAdminPart
{
    /// <summary>Adds services to the server's own container.</summary>
    void AddServices(IServiceCollection services)
    {
    }

    /// <summary>Maps its end points.</summary>
    void Map(WebApplication server);
}
