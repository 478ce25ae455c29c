using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ShellCorp.Grains.Placement;
using ShellCorp.Operations.Admin;

namespace ShellCorp.Silo.Scaling;

/// <summary><c>/scale</c>: how many silos like this one are wanted, and why. Any of them answers for all.</summary>
internal sealed class ScalePart(ISiloStatusOracle silos, ISiloRoles roles, LagWatch lag, IOptions<ScalingOptions> options, TimeProvider time) : IAdminPart
{
    public void Map(WebApplication server) => server.MapGet("/scale", AnswerAsync);

    private Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var answer = WantedSilos.Decide(options.Value, time.GetUtcNow(), silos.GetActiveSilos().Count(IsLikeThis), lag.Read());
        return context.Response.WriteAsJsonAsync(answer, ScaleJson.Default.ScaleAnswer, cancellationToken: context.RequestAborted);
    }

    /// <summary>Silos of other roles are scaled apart. One whose roles aren't known yet counts.</summary>
    private bool IsLikeThis(SiloAddress silo) => SiloRole.All.All(role => roles.Has(silo, role) is not { } has || has == roles.Has(silos.SiloAddress, role));
}
