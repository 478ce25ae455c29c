using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Streaming.Kafka;
using ShellCorp.Grains.Placement;
using ShellCorp.Operations.Health;
using ShellCorp.Silo.Hosting;
using ShellCorp.Silo.Kafka;
using ShellCorp.Silo.Membership;

namespace ShellCorp.Silo.Projection;

/// <summary>Adds the projection of the log into tables.</summary>
public static class ProjectionHosting
{
    /// <summary>Projects on silos of role <c>oltp</c>.</summary>
    public static ISiloBuilder AddProjection(this ISiloBuilder silo)
    {
        ArgumentNullException.ThrowIfNull(silo);
        if (!HasRole(silo))
            return silo;
        var services = silo.Services;
        services.AddOptionsWithValidateOnStart<ProjectionOptions, ProjectionOptionsValidator>().BindConfiguration(ProjectionOptions.Section);
        services.TryAddSingleton<ProjectorStatus>();
        services.TryAddSingleton(provider => DeadLetters(
            provider.GetRequiredService<KafkaOptions>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<KafkaDeadLetters>>()));
        services.AddSingleton<ProjectorService>();
        services.AddSingleton<IKafkaGroupMember>(provider => provider.GetRequiredService<ProjectorService>());
        services.AddHostedService(provider => provider.GetRequiredService<ProjectorService>());
        services.AddHealthChecks().AddCheck<ProjectionCheck>("projection", tags: [HealthTags.Ready]);
        return silo;
    }

    internal static KafkaDeadLetters DeadLetters(KafkaOptions kafka, TimeProvider time, ILogger<KafkaDeadLetters> logger)
    {
        var options = new KafkaStreamOptions { BootstrapServers = kafka.BootstrapServers, DeadLetterSuffix = LogTopics.DeadLetterSuffix };
        foreach (var (name, value) in kafka.ToLibrdkafka())
            options.Librdkafka[name] = value;
        return new(options, time, logger);
    }

    private static bool HasRole(ISiloBuilder silo) =>
        silo.Configuration[$"{ShellCorpSiloOptions.Section}:{nameof(ShellCorpSiloOptions.Roles)}"] is not { Length: > 0 } roles
        || PublishedRoles.Split(roles).Contains(SiloRole.Oltp);
}
