using System.Globalization;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Npgsql;
using Patroni.Partitions;

namespace ShellCorp.Silo.Storage;

/// <summary>The silo's program as a command: shows the partition map, and moves partitions. It reads the same configuration as a silo.</summary>
public static class PartitionCommands
{
    /// <summary>The first argument that asks for it.</summary>
    public const string Name = "partitions";

    private const string Usage = """
        partitions show                 which scope has which partition, and what is being moved
        partitions move NUMBER SCOPE    moves a partition; its writes wait meanwhile
        partitions resume NUMBER        goes on with a move that was interrupted
        partitions cancel NUMBER        gives up a move, unless the partition has left already
        Settings follow as --key value, as for a silo.
        """;

    /// <summary>Runs one; 0, 1 with the reason if it was refused, 2 if it wasn't understood.</summary>
    /// <param name="args">What follows <see cref="Name"/>.</param>
    /// <param name="output">What it shows.</param>
    /// <param name="errors">Why not.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        if (Understand(args) is not { } command)
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }

        try
        {
            await RunAsync(args, command, output);
            return 0;
        }
        catch (Exception refused) when (refused is PartitionMapException or OptionsValidationException or NpgsqlException or ZooKeeper.Client.ZooKeeperException)
        {
            await errors.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private static Func<PatroniPostgres, TextWriter, Task>? Understand(string[] args) => args switch
    {
        ["show", ..] => async (servers, output) => await ShowAsync(await servers.ReadMapAsync(default), output),
        ["move", var number, var scope, ..] when Number(number) is { } partition => (servers, _) => Mover(servers).MoveAsync(partition, scope, default),
        ["resume", var number, ..] when Number(number) is { } partition => (servers, _) => Mover(servers).ResumeAsync(partition, default),
        ["cancel", var number, ..] when Number(number) is { } partition => (servers, _) => Mover(servers).CancelAsync(partition, default),
        _ => null,
    };

    private static async Task RunAsync(string[] args, Func<PatroniPostgres, TextWriter, Task> command, TextWriter output)
    {
        var builder = Host.CreateApplicationBuilder([.. args.SkipWhile(argument => !argument.StartsWith("--", StringComparison.Ordinal))]);
        builder.Logging.ClearProviders().AddSimpleConsole().AddFilter(level => level >= LogLevel.Warning).AddFilter<ConsoleLoggerProvider>(typeof(PartitionMover).FullName, LogLevel.Information);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddPostgresOptions();
        builder.Services.AddSingleton(PostgresHosting.OpenScopes);
        using var host = builder.Build();
        if (!PostgresHosting.HasScopes(builder.Configuration))
            throw new PartitionMapException($"{PostgresOptions.Section}:{nameof(PostgresOptions.Scopes)} is not set: there are partitions only where there are scopes.");
        var servers = host.Services.GetRequiredService<PatroniPostgres>();
        await command(servers, output);
    }

    private static async Task ShowAsync(PartitionMap map, TextWriter output)
    {
        foreach (var (number, place) in map.Partitions.Index())
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{number}\t{place.Scope}{(place.Move is { } move ? $"\t{move}" : "")}"));
    }

    private static PartitionMover Mover(PatroniPostgres servers) => servers.Mover($"{Environment.MachineName}/{Environment.ProcessId}", TimeProvider.System);

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
