using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Patroni;
using ShellCorp.Silo.Membership;
using ZooKeeper.Client;

namespace ShellCorp.Silo.Storage;

/// <summary>The servers that section <c>ShellCorp:Postgres</c> names, for whatever keeps something there.</summary>
internal static class PostgresHosting
{
    private const string Scopes = $"{PostgresOptions.Section}:{nameof(PostgresOptions.Scopes)}";

    /// <summary>Whether there are any.</summary>
    public static bool IsSet(IConfiguration configuration) =>
        HasScopes(configuration) || !string.IsNullOrEmpty(configuration[$"{PostgresOptions.Section}:{nameof(PostgresOptions.ConnectionString)}"]);

    /// <summary>Whether they are Patroni's scopes.</summary>
    public static bool HasScopes(IConfiguration configuration) => configuration.GetSection(Scopes).GetChildren().Any();

    /// <summary>How many partitions grain state has.</summary>
    public static int Partitions(IConfiguration configuration) =>
        HasScopes(configuration) ? configuration.GetSection(PostgresOptions.Section).Get<PostgresOptions>()!.Partitions : 1;

    /// <summary>One pool of connections a process and server.</summary>
    public static void AddPostgres(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPostgresOptions();
        if (HasScopes(configuration))
        {
            services.TryAddSingleton(OpenScopes);
            services.TryAddSingleton<IPostgresServers>(provider => provider.GetRequiredService<PatroniPostgres>());
        }
        else
        {
            services.TryAddSingleton(OpenServer);
        }
    }

    /// <summary>The options, checked.</summary>
    public static void AddPostgresOptions(this IServiceCollection services) =>
        services.AddOptionsWithValidateOnStart<PostgresOptions, PostgresOptionsValidator>().BindConfiguration(PostgresOptions.Section);

    [SuppressMessage("Reliability", "CA2000", Justification = "The container disposes what it is given, and that what it is made of.")]
    private static IPostgresServers OpenServer(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<PostgresOptions>>().Value;
        var logs = provider.GetRequiredService<ILoggerFactory>();
        return new SinglePostgres(PostgresSource.Open(options, logs), options.Patience, logs);
    }

    /// <summary>The scopes of the configuration.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The container disposes what it is given, and that what it is made of.")]
    public static PatroniPostgres OpenScopes(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<PostgresOptions>>().Value;
        var logs = provider.GetRequiredService<ILoggerFactory>();
        var session = Session(provider.GetRequiredService<IConfiguration>());
        var zooKeeper = new ZooKeeperClient(session, logs.CreateLogger<ZooKeeperClient>());
        var topology = new PostgresTopologyOptions
        {
            Scopes = options.Scopes.ToImmutableDictionary(scope => scope.Key, scope => PostgresSource.Complete(scope.Value)),
            Namespace = options.Namespace,
            PartitionMap = options.PartitionMap,
            PartitionMapAcl = session.Credentials.IsEmpty ? null : Acl.CreatorOnly,
            LeaderPatience = options.Patience,
        };
        return new(new(zooKeeper, topology, logs, provider.GetRequiredService<TimeProvider>()), options.Partitions, options.Patience, logs);
    }

    /// <summary>Like the membership's, without its chroot: Patroni's nodes are beside it.</summary>
    private static ZooKeeperOptions Session(IConfiguration configuration)
    {
        var options = configuration.GetSection(MembershipHosting.Section).Get<ZooKeeperClusteringSiloOptions>()!;
        return new()
        {
            ConnectionString = options.ConnectionString.Split('/')[0],
            SessionTimeout = options.SessionTimeout,
            RenewExpiredSession = true,
            Credentials = string.IsNullOrEmpty(options.DigestUser) ? [] : [Credentials.Digest(options.DigestUser, options.DigestPassword ?? "")],
            Tls = options.Tls is { Enabled: true } tls ? tls : null,
        };
    }
}
