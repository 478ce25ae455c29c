using ShellCorp.Ingest;

namespace ShellCorp.Feeds.Tests.Running;

/// <summary>Leads to the scripted ingest grain, by the one call that the runner may make.</summary>
internal sealed class ScriptedGrains(IIngestGrain ingest) : IGrainFactory
{
    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey =>
        primaryKey == 0 && ingest is TGrainInterface grain ? grain : throw NotScripted;

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey => throw NotScripted;

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey => throw NotScripted;

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidCompoundKey => throw NotScripted;

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerCompoundKey => throw NotScripted;

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw NotScripted;

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw NotScripted;

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey) => throw NotScripted;

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey) => throw NotScripted;

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) => throw NotScripted;

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey, string keyExtension) => throw NotScripted;

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey, string keyExtension) => throw NotScripted;

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable => throw NotScripted;

    public IAddressable GetGrain(GrainId grainId) => throw NotScripted;

    public IAddressable GetGrain(GrainId grainId, GrainInterfaceType interfaceType) => throw NotScripted;

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey, string grainClassNamePrefix) => throw NotScripted;

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey) => throw NotScripted;

    private static NotSupportedException NotScripted => new("The runner knows one grain, the ingest grain 0.");
}
