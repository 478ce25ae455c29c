using System.Net;
using ShellCorp.Silo.Tests.Operations;

namespace ShellCorp.Silo.Tests.Scaling;

public sealed class ScaleTests
{
    [Fact]
    public async Task A_silo_tells_how_many_are_wanted_and_why()
    {
        await using var silo = await OperatedSilo.StartAsync(new()
        {
            ["ShellCorp:Scaling:Minimum"] = "3",
            ["ShellCorp:Scaling:Windows:0:Name"] = "always",
            ["ShellCorp:Scaling:Windows:0:From"] = "01-01",
            ["ShellCorp:Scaling:Windows:0:To"] = "12-31",
            ["ShellCorp:Scaling:Windows:0:Silos"] = "5",
        });

        var (status, body) = await Eventually.HoldsAsync(
            "the brokers to have been asked", () => silo.GetJsonAsync("/scale"), answer => answer.Body.ToString().Contains("\"lag\"", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((5, 1), (body.GetProperty("silos").GetInt32(), body.GetProperty("now").GetInt32()));
        Assert.Equal(
            ["minimum 3", "calendar 5", "lag 0"],
            body.GetProperty("reasons").EnumerateArray().Select(reason => $"{reason.GetProperty("rule")} {reason.GetProperty("silos")}"));
    }

    [Fact]
    public async Task Brokers_that_are_away_let_no_silo_go()
    {
        await using var silo = await OperatedSilo.StartAsync();
        silo.Brokers.SetBrokerDown(1);

        var (_, body) = await Eventually.HoldsAsync(
            "the lag to be unknown", () => silo.GetJsonAsync("/scale"), answer => answer.Body.ToString().Contains("nobody knows what waits", StringComparison.Ordinal));

        Assert.InRange(body.GetProperty("silos").GetInt32(), 2, 12);
        silo.Brokers.SetBrokerUp(1);
    }
}
