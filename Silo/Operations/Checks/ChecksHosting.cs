using Microsoft.Extensions.Configuration;
using ShellCorp.Grains.Streams;
using ShellCorp.Operations.Health;
using ShellCorp.Silo.Counters;
using ShellCorp.Silo.Membership;
using ShellCorp.Silo.Storage;

namespace ShellCorp.Silo.Operations.Checks;

/// <summary>Adds a silo's health checks.</summary>
internal static class ChecksHosting
{
    // Who asks gives up after three seconds.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    public static void AddSiloChecks(this IServiceCollection services, IConfiguration configuration)
    {
        var checks = services.AddHealthChecks()
            .AddCheck<SiloAliveCheck>("alive", tags: [HealthTags.Live])
            .AddCheck<SiloActiveCheck>("orleans", tags: [HealthTags.Ready])
            .AddCheck<MembershipCheck>(Membership(configuration), failureStatus: null, tags: [HealthTags.Ready], timeout: Timeout)
            .AddCheck<BrokersCheck>("kafka", tags: [HealthTags.Ready])
            .AddKafkaStreams(StreamProviders.Events, tags: [HealthTags.Ready])
            .AddKafkaStreams(StreamProviders.RatingsByMatch, tags: [HealthTags.Ready])
            .AddKafkaStreams(StreamProviders.RatingsByTeam, tags: [HealthTags.Ready]);
        if (CountersHosting.IsInRiak(configuration))
            checks.AddCheck<CountersCheck>("riak", tags: [HealthTags.Ready]);
        if (PostgresHosting.HasScopes(configuration))
            checks.AddCheck<PatroniCheck>("postgresql", failureStatus: null, tags: [HealthTags.Ready], timeout: Timeout);
        else if (PostgresHosting.IsSet(configuration))
            checks.AddCheck<PostgresCheck>("postgresql", failureStatus: null, tags: [HealthTags.Ready], timeout: Timeout);
    }

    private static string Membership(IConfiguration configuration) =>
        string.IsNullOrWhiteSpace(configuration[$"{MembershipHosting.Section}:ConnectionString"]) ? "membership" : "zookeeper";
}
