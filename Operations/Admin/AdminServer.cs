using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ShellCorp.Operations.Admin;

/// <summary>
/// The web server for operators. It starts before anything else of the process does and stops after everything, so that it tells how the
/// process is while that starts and leaves.
/// </summary>
public sealed class AdminServer(
    IOptions<AdminOptions> options, IEnumerable<IAdminPart> parts, IHostEnvironment environment, ILoggerFactory loggers) : IHostedLifecycleService, IDisposable
{
    private readonly ILogger _logger = loggers.CreateLogger<AdminServer>();
    private WebApplication? _server;

    /// <summary>Where it listens; null before it has started.</summary>
    public Uri? Address => _server is null ? null : new(_server.Urls.First());

    /// <inheritdoc/>
    /// <exception cref="OptionsValidationException">It can't listen there.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var server = Build(options.Value);
        try
        {
            await server.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            await server.DisposeAsync();
            var reason = $"{AdminOptions.Section}:Port = '{options.Value.Port}' is refused: {exception.Message}";
            throw new OptionsValidationException(AdminOptions.Section, typeof(AdminOptions), [reason]);
        }

        _server = server;
        _logger.LogListening(Address!);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => _server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => (_server as IDisposable)?.Dispose();

    private WebApplication Build(AdminOptions admin)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = environment.ApplicationName, EnvironmentName = environment.EnvironmentName });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Parse(admin.Address), admin.Port ?? 0));
        builder.Services.AddRouting();
        builder.Services.AddSingleton(loggers);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        foreach (var part in parts)
            part.AddServices(builder.Services);
        var server = builder.Build();
        server.UseRouting();
        foreach (var part in parts)
            part.Map(server);
        return server;
    }
}
