using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Orleans.Metadata;

namespace ShellCorp.Silo.Drain;

/// <summary>Knows this silo's activations that can move; Orleans has no public list of them.</summary>
public sealed class ActivationBook : IConfigureGrainContextProvider, IConfigureGrainContext
{
    private const string Immovable = "immovable";
    private const string StatelessWorkers = "StatelessWorkerPlacement";
    private readonly ConcurrentDictionary<IGrainContext, bool> _activations = new(ReferenceEqualityComparer.Instance);

    /// <summary>The activations of the moment.</summary>
    public IReadOnlyCollection<IGrainContext> ToSnapshot() => [.. _activations.Keys];

    /// <inheritdoc/>
    public bool TryGetConfigurator(GrainType grainType, GrainProperties properties, [NotNullWhen(true)] out IConfigureGrainContext? configurator)
    {
        ArgumentNullException.ThrowIfNull(properties);
        configurator = CanMove(grainType, properties) ? this : null;
        return configurator is not null;
    }

    /// <inheritdoc/>
    public void Configure(IGrainContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _activations[context] = true;
        _ = ForgetAsync(context);
    }

    private async Task ForgetAsync(IGrainContext context)
    {
        await context.Deactivated.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _activations.TryRemove(context, out _);
    }

    /// <summary>Stateless workers are where their callers are, and some of Orleans's own grains refuse to move.</summary>
    private static bool CanMove(GrainType grainType, GrainProperties properties) =>
        !grainType.IsSystemTarget() && !grainType.IsClient() && !grainType.IsGrainService()
        && !properties.Properties.ContainsKey(Immovable)
        && properties.Properties.GetValueOrDefault(WellKnownGrainTypeProperties.PlacementStrategy) != StatelessWorkers;
}
