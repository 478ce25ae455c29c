using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Riak.Hosting;
using Riak.Nodes;

namespace Riak.Tests.Clients;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("a", "a:8087")]
    [InlineData(" a:1 , b.example:65535,a:1", "a:1,b.example:65535")]
    [InlineData("127.0.0.1:8087", "127.0.0.1:8087")]
    [InlineData("::1", "[::1]:8087")]
    [InlineData("[::1]:99,[fe80::1]", "[::1]:99,[fe80::1]:8087")]
    public void Hosts_are_read(string hosts, string expected) =>
        Assert.Equal(expected, string.Join(',', RiakEndpoint.ParseList(hosts)));

    [Theory]
    [InlineData("")]
    [InlineData(" , ")]
    [InlineData("a:0")]
    [InlineData("a:65536")]
    [InlineData("a:b")]
    [InlineData(":8087")]
    [InlineData("http://a:1")]
    [InlineData("a b:1")]
    public void Hosts_that_can_not_be_read_are_refused_with_the_entry(string hosts)
    {
        var error = Assert.Throws<OptionsValidationException>(() => new RiakClient(new() { Hosts = hosts }));
        Assert.Contains(nameof(RiakClientOptions.Hosts), error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, Action<RiakClientOptions>> Wrong => new()
    {
        { nameof(RiakClientOptions.MaxConnectionsPerNode), options => options.MaxConnectionsPerNode = 0 },
        { nameof(RiakClientOptions.MaxReadAttempts), options => options.MaxReadAttempts = 11 },
        { nameof(RiakClientOptions.FailuresBeforeDown), options => options.FailuresBeforeDown = 0 },
        { nameof(RiakClientOptions.MaxFrameBytes), options => options.MaxFrameBytes = 1 },
        { nameof(RiakClientOptions.RequestTimeout), options => options.RequestTimeout = TimeSpan.Zero },
        { nameof(RiakClientOptions.ConnectTimeout), options => options.ConnectTimeout = TimeSpan.FromDays(1) },
        { nameof(RiakClientOptions.Tls), options => options.User = "someone" },
        { nameof(RiakClientOptions.User), options => options.Tls = new() },
        { "nowhere.pem", options => (options.User, options.Tls) = ("someone", new() { TrustedCertificateFile = "nowhere.pem" }) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Options_that_can_not_work_are_refused_by_name(string named, Action<RiakClientOptions> spoil)
    {
        var options = new RiakClientOptions();
        spoil(options);
        Assert.Contains(named, Assert.Throws<OptionsValidationException>(() => new RiakClient(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_password_is_not_printed()
    {
        var text = new RiakClientOptions { User = "someone", Password = "secret" }.ToString();
        Assert.Contains("someone", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_gets_one_client()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddRiakClient().Configure(options => options.Hosts = "10.1.1.1:1,10.1.1.2");
        using var host = builder.Build();
        var client = host.Services.GetRequiredService<RiakClient>();
        Assert.Same(client, host.Services.GetRequiredService<RiakClient>());
        Assert.Equal(["10.1.1.1:1", "10.1.1.2:8087"], client.Nodes.Select(node => node.Endpoint.ToString()));
        await client.DisposeAsync();
    }

    [Fact]
    public void Options_are_bound_from_configuration_with_TLS()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Some:Riak:Hosts"] = "riak.example:1", ["Some:Riak:User"] = "someone", ["Some:Riak:RequestTimeout"] = "00:00:03",
            ["Some:Riak:Tls:TargetHost"] = "riak.example",
        });
        builder.Services.AddRiakClient().BindConfiguration("Some:Riak");
        using var host = builder.Build();
        var options = host.Services.GetRequiredService<IOptions<RiakClientOptions>>().Value;
        Assert.Equal(
            ("riak.example:1", "someone", TimeSpan.FromSeconds(3), "riak.example"),
            (options.Hosts, options.User, options.RequestTimeout, options.Tls?.TargetHost));
    }

    [Fact]
    public async Task A_host_with_wrong_options_does_not_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddRiakClient().Configure(options => options.Hosts = "");
        using var host = builder.Build();
        await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
    }
}
