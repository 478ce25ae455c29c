namespace ShellCorp.Web.Api.Market;

/// <summary>Lets operators in.</summary>
internal sealed class OperatorFilter : MarketFilter
{
    protected override Task<IResult?> TurnAwayAsync(HttpContext http) => Task.FromResult<IResult?>(
        http.RequestServices.GetRequiredService<MarketDoor>().IsOperator(http)
            ? null
            : Problems.Of(403, "forbidden", "This is for operators", $"Send the operators' key, {MarketDoorOptions.Section}:{nameof(MarketDoorOptions.OperatorKey)}, as Authorization: Bearer KEY; without that setting nobody is let in."));
}
