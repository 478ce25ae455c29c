using Orleans.Metadata;

namespace ShellCorp.Silo.Drain.Cordons;

/// <summary>Puts <see cref="CordonFilter"/> on every class of grains, Orleans's own included.</summary>
internal sealed class CordonProperties(IServiceProvider services) : IGrainPropertiesProvider
{
    private readonly CordonFilter _filter = new();

    public void Populate(Type grainClass, GrainType grainType, Dictionary<string, string> properties) =>
        _filter.PopulateGrainProperties(services, grainClass, grainType, properties);
}
