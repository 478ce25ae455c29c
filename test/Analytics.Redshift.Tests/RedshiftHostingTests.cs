using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ShellCorp.Analytics.Hosting;
using ShellCorp.Analytics.Warehouse;

namespace ShellCorp.Analytics.Redshift.Tests;

public sealed class RedshiftHostingTests
{
    [Fact]
    public async Task Redshift_is_the_warehouse_where_configuration_says_so()
    {
        await using var app = Build(("SparkRemote", "sc://localhost"), ("Redshift", "Host=localhost;Database=x"), ("JdbcUrl", "jdbc:redshift://localhost:5439/x?user=u"), ("StagingOptions:batchsize", "5000"));
        Assert.IsType<RedshiftWarehouse>(app.Services.GetRequiredService<IWarehouse>());
        Assert.Equal("5000", app.Services.GetRequiredService<IOptions<RedshiftOptions>>().Value.StagingOptions["batchsize"]);
    }

    [Theory]
    [InlineData("SparkRemote")]
    [InlineData("Redshift")]
    [InlineData("JdbcUrl")]
    public async Task What_it_lacks_is_named(string missing)
    {
        (string, string)[] settings = [("SparkRemote", "sc://localhost"), ("Redshift", "Host=localhost"), ("JdbcUrl", "jdbc:redshift://localhost/x")];
        await using var app = Build([.. settings.Where(setting => setting.Item1 != missing)]);
        var refused = Assert.Throws<OptionsValidationException>(app.Services.GetRequiredService<IWarehouse>);
        Assert.Contains(missing, refused.Message, StringComparison.Ordinal);
    }

    private static WebApplication Build(params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("ShellCorp:Warehouse:Provider", "Redshift"), .. settings.Select(setting => KeyValuePair.Create<string, string?>($"ShellCorp:Warehouse:{setting.Name}", setting.Value))]);
        builder.AddAnalytics();
        return builder.Build();
    }
}
