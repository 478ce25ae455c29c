using Microsoft.Extensions.DependencyInjection;
using Orleans.Metadata;
using Orleans.Streams;

namespace Orleans.Streaming.Kafka;

/// <summary>
/// Tells keys that name no grain. A grain with an integer or GUID key that subscribes implicitly can't be addressed by every key, and
/// Orleans, which finds out when it registers the stream, tries that for ever and reads nothing more of the partition.
/// </summary>
internal sealed class SubscriberAddresses(
    IClusterManifestProvider manifests, GrainBindingsResolver resolver, IEnumerable<IStreamNamespacePredicateProvider> predicates, IServiceProvider services)
{
    private readonly IStreamNamespacePredicateProvider[] _predicates = [.. predicates];
    private Subscribers _known = new(default, []);

    /// <exception cref="RecordRefusedException">A subscribing grain can't be addressed by the stream's key.</exception>
    internal void ThrowIfNone(StreamId streamId)
    {
        foreach (var (bindings, mapper) in Of(streamId.GetNamespace()!))
        {
            try
            {
                mapper.GetGrainKeyId(bindings, streamId);
            }
            catch (ArgumentException exception)
            {
                throw new RecordRefusedException($"The stream's key '{streamId.GetKeyAsString()}' names no grain of type '{bindings.GrainType}', which subscribes: {exception.Message}", exception);
            }
        }
    }

    private List<(GrainBindings Bindings, IStreamIdMapper Mapper)> Of(string streamNamespace)
    {
        var version = manifests.Current.Version;
        var known = _known;
        if (known.Version == version && known.ByNamespace.TryGetValue(streamNamespace, out var subscribers))
            return subscribers;
        subscribers = Find(streamNamespace);
        var others = known.Version == version ? known.ByNamespace : [];
        _known = new Subscribers(version, new Dictionary<string, List<(GrainBindings, IStreamIdMapper)>>(others) { [streamNamespace] = subscribers });
        return subscribers;
    }

    private List<(GrainBindings Bindings, IStreamIdMapper Mapper)> Find(string streamNamespace)
        => [.. manifests.Current.AllGrainManifests
            .SelectMany(manifest => manifest.Grains.Keys)
            .Distinct()
            .Select(resolver.GetBindings)
            .Where(bindings => bindings is not null)
            .SelectMany(bindings => bindings.Bindings.Where(binding => Subscribes(binding, streamNamespace)).Select(binding => (bindings, MapperOf(binding))))];

    private bool Subscribes(IReadOnlyDictionary<string, string> binding, string streamNamespace)
        => binding.GetValueOrDefault(WellKnownGrainTypeProperties.BindingTypeKey) == WellKnownGrainTypeProperties.StreamBindingTypeValue
            && binding.GetValueOrDefault(WellKnownGrainTypeProperties.StreamBindingPatternKey) is { } pattern
            && Array.Exists(_predicates, provider => provider.TryGetPredicate(pattern, out var predicate) && predicate.IsMatch(streamNamespace));

    private IStreamIdMapper MapperOf(IReadOnlyDictionary<string, string> binding)
    {
        var name = binding.GetValueOrDefault(WellKnownGrainTypeProperties.StreamIdMapperKey);
        return services.GetRequiredKeyedService<IStreamIdMapper>(string.IsNullOrWhiteSpace(name) ? DefaultStreamIdMapper.Name : name);
    }

    private sealed record Subscribers(MajorMinorVersion Version, Dictionary<string, List<(GrainBindings, IStreamIdMapper)>> ByNamespace);
}
