using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using ShellCorp.Web.Hosting;
using ShellCorp.Web.Live;

namespace ShellCorp.Web.Tests.Hosting;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("ShellCorp:LiveConnection:QuietProbe", "00:00:00", "above 0")]
    [InlineData("ShellCorp:LiveConnection:CallTimeout", "-00:00:01", "above 0")]
    [InlineData("ShellCorp:LiveConnection:RetryDelay", "00:00:00", "above 0")]
    [InlineData("ShellCorp:LiveConnection:MaxRetryDelay", "00:00:00.2000000", "RetryDelay, 00:00:00.5")]
    [InlineData("ShellCorp:LiveConnection:StaleAfter", "01:00:01", "at most 01:00:00")]
    [InlineData("ShellCorp:Orleans:Gateways:0", "'silo:30000'", "an IP address and a port")]
    [InlineData("ShellCorp:Orleans:Gateways:0", "'127.0.0.1'", "an IP address and a port")]
    [InlineData("ShellCorp:Orleans:ClusterId", "' '", "only under the same one")]
    [InlineData("ShellCorp:Orleans:ServiceId", "' '", "only under the same one")]
    [InlineData("ShellCorp:Orleans:ConnectRetry", "00:00:00", "above 0")]
    public async Task A_value_out_of_bounds_is_refused_at_start_by_key_value_and_reason(string key, string value, string reason)
    {
        await using var site = Build(new() { [key] = value.Trim('\'') });

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => site.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains($"{key} is {value}; ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Configuration_reaches_the_client_and_the_connector()
    {
        await using var site = Build(new()
        {
            ["ShellCorp:Orleans:Gateways:0"] = "10.0.0.1:30001",
            ["ShellCorp:Orleans:Gateways:1"] = "[::1]:30002",
            ["ShellCorp:Orleans:ClusterId"] = "blue",
            ["ShellCorp:Orleans:ServiceId"] = "ratings",
            ["ShellCorp:LiveConnection:StaleAfter"] = "00:00:20",
        });

        site.Services.GetRequiredService<IStartupValidator>().Validate();
        var cluster = Options<ClusterOptions>(site);
        Assert.Equal(("blue", "ratings"), (cluster.ClusterId, cluster.ServiceId));
        Assert.Equal(["10.0.0.1:30001", "[::1]:30002"], Options<StaticGatewayListProviderOptions>(site).Gateways.Select(uri => uri.Authority));
        Assert.Equal(TimeSpan.FromSeconds(20), Options<LiveConnectorOptions>(site).StaleAfter);
    }

    [Fact]
    public async Task Without_configuration_the_silo_is_sought_on_this_machine()
    {
        await using var site = Build([]);

        site.Services.GetRequiredService<IStartupValidator>().Validate();
        Assert.Equal(["127.0.0.1:30000"], Options<StaticGatewayListProviderOptions>(site).Gateways.Select(uri => uri.Authority));
        Assert.Equal("shellcorp", Options<ClusterOptions>(site).ClusterId);
    }

    private static T Options<T>(WebApplication site) where T : class => site.Services.GetRequiredService<IOptions<T>>().Value;

    private static WebApplication Build(Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebHosting).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddShellCorpClusterClient();
        builder.AddShellCorpWeb();
        return builder.Build();
    }
}
