using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ShellCorp.Silo.Storage;

/// <summary>The database that section <c>ShellCorp:Postgres</c> names, for whatever keeps something there.</summary>
internal static class PostgresHosting
{
    /// <summary>Whether there is one.</summary>
    public static bool IsSet(IConfiguration configuration) =>
        !string.IsNullOrEmpty(configuration[$"{PostgresOptions.Section}:{nameof(PostgresOptions.ConnectionString)}"]);

    /// <summary>One pool of connections a silo.</summary>
    public static void AddPostgres(this ISiloBuilder silo)
    {
        silo.Services.AddOptionsWithValidateOnStart<PostgresOptions, PostgresOptionsValidator>().BindConfiguration(PostgresOptions.Section);
        silo.Services.TryAddSingleton(provider =>
            PostgresSource.Open(provider.GetRequiredService<IOptions<PostgresOptions>>().Value, provider.GetRequiredService<ILoggerFactory>()));
    }
}
