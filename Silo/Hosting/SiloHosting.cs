using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using ShellCorp.Grains.Hosting;
using ShellCorp.Silo.Counters;
using ShellCorp.Silo.Kafka;
using ShellCorp.Silo.Market;
using ShellCorp.Silo.Membership;
using ShellCorp.Silo.Operations;
using ShellCorp.Silo.Projection;
using ShellCorp.Silo.Storage;

namespace ShellCorp.Silo.Hosting;

/// <summary>Composes a silo of its subsystems.</summary>
public static class SiloHosting
{
    /// <summary>Adds an Orleans silo with the product's grains, fed by Kafka, as section <c>ShellCorp</c> of the configuration says.</summary>
    /// <exception cref="SettingRefusedException">Parts that don't work together.</exception>
    public static HostApplicationBuilder AddShellCorpSilo(this HostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        // Npgsql tells every statement at the level that services log at; whoever wants that says so.
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = [new("Logging:LogLevel:Npgsql", "Warning")] });
        var parts = SiloParts.Read(builder.Configuration);
        builder.Services.AddOptionsWithValidateOnStart<ShellCorpSiloOptions, ShellCorpSiloOptionsValidator>().BindConfiguration(ShellCorpSiloOptions.Section);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddOperations();
        builder.AddKafkaLog();
        builder.UseOrleans(silo => silo.UseMembership(parts).AddShellCorp());
        return builder;
    }

    /// <summary>Adds the product to a silo whose membership is somebody else's: storage, streams and grains.</summary>
    public static ISiloBuilder AddShellCorp(this ISiloBuilder silo) =>
        silo.AddGrainStates().AddLiveScores().AddMarket().AddMarketRelay().AddProjection().AddCounters().AddEventStreams().AddShellCorpGrains();
}
