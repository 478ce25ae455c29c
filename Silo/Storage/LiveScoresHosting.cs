using Orleans.Persistence.Riak;
using Riak.Hosting;
using ShellCorp.Grains.Matches;
using ShellCorp.Grains.Storage;
using ShellCorp.Silo.Counters;
using ShellCorp.Silo.Hosting;

namespace ShellCorp.Silo.Storage;

/// <summary>Chooses where running matches are kept.</summary>
public static class LiveScoresHosting
{
    private const string Key = "ShellCorp:Storage:LiveScores";
    private const string RiakSection = "ShellCorp:Storage:Riak";

    /// <summary>Riak where <c>ShellCorp:Storage:LiveScores</c> says so, and where all other state is otherwise.</summary>
    /// <exception cref="SettingRefusedException">There is no such choice, or no Riak.</exception>
    public static ISiloBuilder AddLiveScores(this ISiloBuilder silo)
    {
        ArgumentNullException.ThrowIfNull(silo);
        switch (silo.Configuration[Key])
        {
            case null or "" or "Postgres":
                return silo;
            case "Riak" when CountersHosting.IsInRiak(silo.Configuration):
                silo.Services.AddRiakClient().BindConfiguration(RiakCounterOptions.Section);
                silo.Services.AddSingleton<IRiakStateMerge<MatchState>, MatchStateMerge>();
                return silo.AddRiakGrainStorage(GrainStores.LiveScores, options => options.BindConfiguration(RiakSection));
            case "Riak":
                throw new SettingRefusedException(Key, "Riak", $"{RiakCounterOptions.HostsKey} must name the nodes");
            case var other:
                throw new SettingRefusedException(Key, other, "it must be Postgres, which means where all other state is, or Riak");
        }
    }
}
