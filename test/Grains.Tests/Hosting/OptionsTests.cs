using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ShellCorp.Grains.Hosting;
using ShellCorp.Grains.Ingest;
using ShellCorp.Grains.Live;
using ShellCorp.Grains.Log;
using ShellCorp.Grains.Players;
using ShellCorp.Grains.Teams;

namespace ShellCorp.Grains.Tests.Hosting;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("ShellCorp:Ratings:PublishInterval", "00:00:06")]
    [InlineData("ShellCorp:Ratings:LedgersInMemory", "0")]
    [InlineData("ShellCorp:Teams:StoreInterval", "-00:00:01")]
    [InlineData("ShellCorp:Live:Interval", "00:00:11")]
    [InlineData("ShellCorp:Live:HeartbeatInterval", "00:00:00.250")]
    [InlineData("ShellCorp:Live:FinishedMatches", "-1")]
    [InlineData("ShellCorp:Live:Matches", "20")]
    [InlineData("ShellCorp:Ingest:EventsInFlight", "0")]
    [InlineData("ShellCorp:Ingest:RetryAfter", "00:00:00")]
    [InlineData("ShellCorp:Ingest:SheetLifetime", "00:00:00")]
    [InlineData("ShellCorp:Log:AppendTimeout", "00:00:30")]
    public void A_value_out_of_bounds_is_refused_at_start_and_named(string key, string value)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Start(new() { [key] = value }));

        Assert.Contains(key, refused.Message, StringComparison.Ordinal);
        Assert.Contains("is " + value.TrimEnd('0'), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Defaults_are_valid_and_configuration_is_heard()
    {
        var services = Start(new() { ["ShellCorp:Ratings:LedgersInMemory"] = "7" });

        Assert.Equal(7, services.GetRequiredService<IOptions<PlayerRatingOptions>>().Value.LedgersInMemory);
        Assert.Equal(TimeSpan.FromMilliseconds(250), services.GetRequiredService<IOptions<PlayerRatingOptions>>().Value.PublishInterval);
        Assert.Equal(TimeSpan.FromMilliseconds(250), services.GetRequiredService<IOptions<TeamOptions>>().Value.StoreInterval);
        Assert.Equal(20, services.GetRequiredService<IOptions<LiveOptions>>().Value.FinishedMatches);
        Assert.Equal(20_000, services.GetRequiredService<IOptions<IngestOptions>>().Value.EventsInFlight);
        Assert.Equal(TimeSpan.FromSeconds(20), services.GetRequiredService<IOptions<EventLogOptions>>().Value.AppendTimeout);
    }

    private static ServiceProvider Start(Dictionary<string, string?> settings)
    {
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddShellCorpGrains()
            .BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
        return services;
    }
}
