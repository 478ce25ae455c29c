using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ShellCorp.Events;
using ShellCorp.Grains.Hosting;
using ShellCorp.Grains.Market;
using ShellCorp.Market;
using ShellCorp.Silo.Market;
using ShellCorp.Silo.Storage;

namespace ShellCorp.Oltp.Benchmarks.Market;

/// <summary>How many pitches a second agents' desks take, beside a bare loop that runs the statements that were recorded of the same pitches.</summary>
internal static class PitchBenchmark
{
    private const int Agents = 16;
    private const int PlayersOfAgent = 25;

    public static async Task RunAsync(int pitches)
    {
        var each = pitches / Agents;
        await using var databases = await BenchDatabases.StartAsync();
        var requirements = await SetUpAsync(databases.Original, (each / PlayersOfAgent) + 1);
        var recorded = await RecordAsync(await databases.CopyAsync(), requirements, each);
        Console.WriteLine($"{each * Agents:N0} pitches of {Agents} agents at once, {recorded[0][0].Count} statements each, {Environment.ProcessorCount} processors");
        var rounds = new Rounds("pitches/s", "desks");
        for (var round = 1; round <= Rounds.Count; round++)
        {
            var bare = await BareAsync(await databases.CopyAsync(), recorded);
            var desks = await DesksAsync(await databases.CopyAsync(), requirements, each);
            rounds.Add(each * Agents / bare.TotalSeconds, each * Agents / desks.TotalSeconds);
        }

        rounds.Tell();
    }

    private static PitchDraft Draft(IReadOnlyList<RequirementId> requirements, int agent, int number) => new()
    {
        RequirementId = requirements[number / PlayersOfAgent],
        PlayerId = new((agent * PlayersOfAgent) + (number % PlayersOfAgent)),
        Price = 500_000,
        Note = "Fast, two-footed, and free in summer.",
    };

    private static async Task<IReadOnlyList<RequirementId>> SetUpAsync(string connection, int count)
    {
        await using var opened = await MarketHosting.OpenAsync(Source(connection), NullLoggerFactory.Instance);
        var database = new MarketDatabase(() => Task.FromResult(opened));
        var requests = new MarketRequests(database, TimeProvider.System);
        var office = new MarketOffice(database, requests, TimeProvider.System);
        await office.SaveClubAsync(new() { ClubId = new(1), Name = "Harbour United" }, default);
        for (var agent = 1; agent <= Agents; agent++)
        {
            await office.SaveAgentAsync(new() { AgentId = new(agent), Name = $"Agent {agent}" }, default);
            await office.VerifyAsync(new(agent), default);
            await office.IssueAsync(Guid.CreateVersion7(), AccountId.Of(new AgentId(agent)), MarketCheck.MaxCredits, default);
            for (var player = agent * PlayersOfAgent; player < (agent + 1) * PlayersOfAgent; player++)
            {
                await office.SavePlayerAsync(new() { PlayerId = new(player), Name = $"Player {player}", Role = PlayerRole.Forward, Born = new(2000, 1, 1) }, default);
                await office.RepresentAsync(new(agent), new(player), default);
            }
        }

        var club = new Requirements(database, requests, TimeProvider.System);
        var requirements = new List<RequirementId>();
        while (requirements.Count < count)
            requirements.Add(await club.AddAsync(new(1), Guid.CreateVersion7(), new() { Role = PlayerRole.Forward, Budget = 1_000_000, Deal = Deal.Buy }, default));
        return requirements;
    }

    /// <summary>The statements of each pitch, by agent.</summary>
    private static async Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<Statement>>>> RecordAsync(string connection, IReadOnlyList<RequirementId> requirements, int each)
    {
        await using var opened = await MarketHosting.OpenAsync(Source(connection), NullLoggerFactory.Instance);
        return await Task.WhenAll(Enumerable.Range(1, Agents).Select(async agent =>
        {
            var recording = new RecordingDatabase(new MarketDatabase(() => Task.FromResult(opened)));
            var pitches = new Pitches(recording, new(recording, TimeProvider.System), Options.Create(new MarketOptions()), TimeProvider.System);
            var recorded = new List<IReadOnlyList<Statement>>();
            for (var number = 0; number < each; number++)
            {
                await pitches.SendAsync(new(agent), Guid.CreateVersion7(), Draft(requirements, agent, number), default);
                recorded.Add(recording.Last);
            }

            return recorded;
        }));
    }

    private static async Task<TimeSpan> BareAsync(string connection, IReadOnlyList<IReadOnlyList<IReadOnlyList<Statement>>> recorded)
    {
        await using var source = Source(connection);
        var since = Stopwatch.GetTimestamp();
        await Task.WhenAll(recorded.Select(pitches => Task.Run(async () =>
        {
            foreach (var pitch in pitches)
                await Statement.RunAsync(source, pitch);
        })));
        return Stopwatch.GetElapsedTime(since);
    }

    private static async Task<TimeSpan> DesksAsync(string connection, IReadOnlyList<RequirementId> requirements, int each)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection([new($"{PostgresOptions.Section}:{nameof(PostgresOptions.ConnectionString)}", connection)]);
        builder.UseOrleans(silo => silo.UseLocalhostClustering(FreePort.Take(), FreePort.Take()).AddMarket().AddShellCorpGrains());
        using var host = builder.Build();
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var since = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(1, Agents).Select(agent => Task.Run(async () =>
        {
            var desk = grains.GetGrain<IAgentDeskGrain>(agent);
            for (var number = 0; number < each; number++)
                await desk.PitchAsync(Guid.CreateVersion7(), Draft(requirements, agent, number), default);
        })));
        var elapsed = Stopwatch.GetElapsedTime(since);
        await host.StopAsync();
        return elapsed;
    }

    private static Npgsql.NpgsqlDataSource Source(string connection) => PostgresSource.Open(new() { ConnectionString = connection }, NullLoggerFactory.Instance);
}
