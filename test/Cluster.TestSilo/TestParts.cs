using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using ShellCorp.Cluster.TestSilo.Calls;

namespace ShellCorp.Cluster.TestSilo;

/// <summary>What tests add to a silo.</summary>
public static class TestParts
{
    /// <summary>The folder for the log of calls.</summary>
    public const string CallLogKey = "Test:CallLog";

    internal static void Add(HostApplicationBuilder builder)
    {
        if (builder.Configuration[CallLogKey] is { } folder)
            builder.Services.AddSingleton(_ => new CallLog(folder));
        // A test waits for what an operator has time for.
        builder.Services.Configure<ActivationRebalancerOptions>(options =>
            (options.RebalancerDueTime, options.SessionCyclePeriod) = (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(3)));
    }
}
