using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Kafka.Embedded;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ShellCorp.Operations.Admin;
using ShellCorp.Silo.Hosting;
using ShellCorp.Silo.Kafka;

namespace ShellCorp.Silo.Tests.Operations;

/// <summary>A silo as it is in production, on brokers of its own, and its admin port.</summary>
internal sealed class OperatedSilo : IAsyncDisposable
{
    private OperatedSilo(EmbeddedKafka brokers, IHost host)
    {
        (Brokers, Host) = (brokers, host);
        Admin = new() { BaseAddress = AddressOf(host) };
    }

    public EmbeddedKafka Brokers { get; }

    public IHost Host { get; }

    public HttpClient Admin { get; }

    public IGrainFactory Grains => Host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<OperatedSilo> StartAsync(Dictionary<string, string?>? settings = null, Action<HostApplicationBuilder>? configure = null, string environment = "Production")
    {
        var brokers = EmbeddedBrokers.Start();
        var host = Build(brokers, settings ?? [], configure, environment);
        await host.StartAsync();
        return new(brokers, host);
    }

    /// <summary>A silo that isn't started yet.</summary>
    public static IHost Build(EmbeddedKafka brokers, Dictionary<string, string?> settings, Action<HostApplicationBuilder>? configure = null, string environment = "Production")
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, EnvironmentName = environment, ApplicationName = "ShellCorp.Silo" });
        var ports = FreePorts();
        builder.Configuration.AddInMemoryCollection(
        [
            new("ShellCorp:Silo:SiloPort", ports[0]), new("ShellCorp:Silo:GatewayPort", ports[1]),
            new("ShellCorp:Kafka:BootstrapServers", brokers.BootstrapServers), new("ShellCorp:Kafka:IsEmbedded", "true"),
            new("ShellCorp:Admin:Port", "0"),
        ]);
        builder.Configuration.AddInMemoryCollection(settings);
        configure?.Invoke(builder);
        builder.AddShellCorpSilo();
        return builder.Build();
    }

    public static Uri AddressOf(IHost host) => host.Services.GetRequiredService<AdminServer>().Address!;

    /// <summary>Status and body of an answer in JSON.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Body)> GetJsonAsync(HttpClient admin, string path)
    {
        using var answer = await admin.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    public Task<(HttpStatusCode Status, JsonElement Body)> GetJsonAsync(string path) => GetJsonAsync(Admin, path);

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await Host.StopAsync();
        Host.Dispose();
        await Brokers.DisposeAsync();
    }

    private static string[] FreePorts()
    {
        using TcpListener one = new(IPAddress.Loopback, 0), other = new(IPAddress.Loopback, 0);
        one.Start();
        other.Start();
        return [Port(one), Port(other)];

        static string Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
