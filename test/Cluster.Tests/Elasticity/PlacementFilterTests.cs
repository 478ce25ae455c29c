using System.Collections.Immutable;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Metadata;
using Orleans.Placement;
using Orleans.Runtime.GrainDirectory;
using Orleans.Runtime.Placement;
using ShellCorp.Grains.Hosting;
using ShellCorp.Grains.Placement;
using ShellCorp.Silo.Drain.Cordons;

namespace ShellCorp.Cluster.Tests.Elasticity;

/// <summary>Which silos a grain may be placed on.</summary>
public sealed class PlacementFilterTests
{
    private static readonly SiloAddress[] Silos = [.. Enumerable.Range(1, 3).Select(i => SiloAddress.New(IPAddress.Loopback, i, 1))];
    private static readonly PlacementTarget Target = new(GrainId.Create("match", "7"), [], default, 0);

    [Fact]
    public void A_cordoned_silo_is_left_out_until_there_is_no_other()
    {
        var cordons = new CordonBook();
        var filter = new CordonFilterDirector(cordons);
        Assert.Equal(Silos, filter.Filter(new CordonFilter(), Target, Silos));

        Assert.True(cordons.Add(Silos[1]));
        Assert.False(cordons.Add(Silos[1]));
        Assert.Equal([Silos[0], Silos[2]], filter.Filter(new CordonFilter(), Target, Silos));
        Assert.Equal([Silos[1]], filter.Filter(new CordonFilter(), Target, [Silos[1]]));
    }

    [Fact]
    public void What_is_known_to_be_on_a_cordoned_silo_is_asked_again()
    {
        var cordons = new CordonBook();
        var services = new ServiceCollection().BuildServiceProvider();
        var cache = new CordonedDirectoryCache(GrainDirectoryCacheFactory.CreateGrainDirectoryCache(services, new()), cordons);
        GrainAddress[] places = [.. Silos.Select((silo, i) => new GrainAddress { GrainId = GrainId.Create("match", $"{i}"), SiloAddress = silo })];
        foreach (var place in places)
            cache.AddOrUpdate(place, 1);

        cordons.Add(Silos[1]);

        Assert.Equal([true, false, true], places.Select(place => cache.LookUp(place.GrainId, out _, out _)));
        cache.AddOrUpdate(new() { GrainId = places[1].GrainId, SiloAddress = Silos[2] }, 2);
        Assert.True(cache.LookUp(places[1].GrainId, out var moved, out var version));
        Assert.Equal((Silos[2], 2), (moved.SiloAddress, version));
    }

    [Fact]
    public void A_role_leaves_the_silos_that_have_it()
    {
        var filter = RoleFilter(new() { [Silos[0]] = false, [Silos[1]] = true, [Silos[2]] = true });

        Assert.Equal([Silos[1], Silos[2]], filter.Filter(new SiloRoleFilter("matches"), Target, Silos));
    }

    [Fact]
    public void Without_a_silo_of_the_role_the_error_names_role_grain_and_setting()
    {
        var filter = RoleFilter(new() { [Silos[0]] = false, [Silos[1]] = null, [Silos[2]] = null });

        var error = Assert.Throws<NoSiloOfRoleException>(() => filter.Filter(new SiloRoleFilter("matches"), Target, Silos));

        Assert.Equal("No silo of role 'matches' is up to take match/7 (the roles of 2 silos aren't known yet). Roles are given by ShellCorp:Silo:Roles.", error.Message);
    }

    [Fact]
    public void A_role_travels_in_the_properties_of_the_grain_beside_the_cordon()
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        var services = new ServiceCollection().BuildServiceProvider();
        new SiloRoleAttribute("ratings").Populate(services, typeof(string), GrainType.Create("g"), properties);
        new CordonFilter().PopulateGrainProperties(services, typeof(string), GrainType.Create("g"), properties);

        var read = new SiloRoleFilter();
        read.Initialize(new GrainProperties(properties.ToImmutableDictionary(StringComparer.Ordinal)));

        Assert.Equal("ratings", read.Role);
        Assert.NotEqual(read.Order, new CordonFilter().Order);
        Assert.Equal("SiloRoleFilter,CordonFilter", properties[WellKnownGrainTypeProperties.PlacementFilter]);
    }

    private static IPlacementFilterDirector RoleFilter(Dictionary<SiloAddress, bool?> roles) => new ServiceCollection()
        .AddSingleton<ISiloRoles>(new FixedRoles(roles))
        .AddShellCorpGrains()
        .BuildServiceProvider()
        .GetRequiredKeyedService<IPlacementFilterDirector>(typeof(SiloRoleFilter));
}
