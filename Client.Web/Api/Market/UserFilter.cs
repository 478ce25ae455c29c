using ShellCorp.Market;

namespace ShellCorp.Web.Api.Market;

/// <summary>Lets users in, and to a desk only its members.</summary>
/// <param name="side">Of which side the desk is that the route names; null where it names none.</param>
internal sealed class UserFilter(MarketSide? side = null) : MarketFilter
{
    protected override async Task<IResult?> TurnAwayAsync(HttpContext http)
    {
        var call = http.RequestServices.GetRequiredService<MarketCall>();
        if (await http.RequestServices.GetRequiredService<MarketDoor>().FindUserAsync(http) is not { } user)
            return Unknown(http);
        call.User = user;
        if (side is not { } of)
            return null;
        call.DeskId = new(of, long.Parse((string)http.GetRouteValue("desk")!, System.Globalization.CultureInfo.InvariantCulture));
        return user.Desks.Contains(call.DeskId)
            ? null
            : Problems.Of(403, "forbidden", "This user doesn't act for this desk", $"User {user.User.UserId} isn't a member of {call.DeskId}; operators admit members.");
    }
}
