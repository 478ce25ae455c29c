using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ShellCorp.Silo.Hosting;
using ShellCorp.Silo.Kafka;
using ShellCorp.Silo.Market;
using ShellCorp.Silo.Membership;
using ShellCorp.Silo.Storage;

namespace ShellCorp.Silo.Projection.Commands;

/// <summary>The commands about the projection: <c>projection replay</c> and <c>projection check</c>. They are configured as a silo is.</summary>
public static class ProjectionProgram
{
    private const int Differs = 1;
    private const int Failed = 2;
    private const string Usage = "projection replay [--key value …]   rebuilds the tables from the log\nprojection check [--key value …]    compares them with the grains; exit code 1 where they differ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Runs a command.</summary>
    /// <param name="args">The command and settings.</param>
    /// <param name="output">Gets what it has to say.</param>
    /// <returns>0; 1 where the tables differ from the grains; 2 where the command can't be run, which the output explains.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        try
        {
            switch (args)
            {
                case ["replay", .. var settings]:
                    return await ReplayAsync(Builder(settings), output);
                case ["check", .. var settings]:
                    return await CheckAsync(Builder(settings), output);
                default:
                    await output.WriteLineAsync(Usage);
                    return Failed;
            }
        }
        catch (Exception exception)
        {
            await output.WriteLineAsync(exception.Message);
            return Failed;
        }
    }

    private static async Task<int> ReplayAsync(HostApplicationBuilder builder, TextWriter output)
    {
        using var host = builder.Build();
        await using var database = await MarketHosting.OpenAsync(host.Services);
        await new ProjectionReplay(
            database, host.Services.GetRequiredService<IOptions<KafkaOptions>>().Value, host.Services.GetRequiredService<IOptions<ProjectionOptions>>().Value, output)
            .RunAsync(CancellationToken.None);
        return 0;
    }

    private static async Task<int> CheckAsync(HostApplicationBuilder builder, TextWriter output)
    {
        builder.UseOrleansClient(client => client.UseMembership());
        using var host = builder.Build();
        await using var database = await MarketHosting.OpenAsync(host.Services);
        await host.StartAsync();
        var differences = await new ProjectionComparison(database, host.Services.GetRequiredService<IGrainFactory>(), TimeProvider.System)
            .CompareAsync(Patience, CancellationToken.None);
        foreach (var difference in differences)
            await output.WriteLineAsync(difference);
        await output.WriteLineAsync(differences.Count == 0 ? "The projection says what the grains say." : $"{differences.Count} difference(s).");
        await host.StopAsync();
        return differences.Count == 0 ? 0 : Differs;
    }

    private static HostApplicationBuilder Builder(string[] settings)
    {
        var builder = Host.CreateApplicationBuilder(settings);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var (postgres, kafka) = ($"{PostgresOptions.Section}:{nameof(PostgresOptions.ConnectionString)}", $"{KafkaOptions.Section}:{nameof(KafkaOptions.BootstrapServers)}");
        foreach (var (key, isSet) in ((string, bool)[])[(postgres, PostgresHosting.IsSet(builder.Configuration)), (kafka, !string.IsNullOrWhiteSpace(builder.Configuration[kafka]))])
        {
            if (!isSet)
                throw new SettingRefusedException(key, value: null, "a log and tables in a silo's own memory can't be reached from another process");
        }

        builder.Services.AddOptions<KafkaOptions>().BindConfiguration(KafkaOptions.Section);
        builder.Services.AddSingleton<IValidateOptions<KafkaOptions>, KafkaOptionsValidator>();
        builder.Services.AddOptions<ProjectionOptions>().BindConfiguration(ProjectionOptions.Section);
        builder.Services.AddSingleton<IValidateOptions<ProjectionOptions>, ProjectionOptionsValidator>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddPostgres(builder.Configuration);
        return builder;
    }
}
