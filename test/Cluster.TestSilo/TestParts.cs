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

    /// <summary>
    /// How many tallies a silo of the next version calls by itself: as many from 0 on by a method that every version has, and as many after those
    /// by one of its own.
    /// </summary>
    public const string NextCallsKey = "Test:NextCalls";

    internal static void Add(HostApplicationBuilder builder)
    {
        if (builder.Configuration[CallLogKey] is { } folder)
            builder.Services.AddSingleton(_ => new CallLog(folder));
#if NEXT
        builder.Services.AddHostedService<Tallies.NextCalls>();
#endif
        // A test waits for what an operator has time for.
        builder.Services.Configure<ActivationRebalancerOptions>(options =>
            (options.RebalancerDueTime, options.SessionCyclePeriod) = (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(3)));
    }
}
