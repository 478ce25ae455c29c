namespace ShellCorp.Grains.Storage;

/// <summary>Names under which the host registers storage for grains.</summary>
public static class GrainStores
{
    /// <summary>
    /// The storage of all states of this project: a keyed <see cref="Orleans.Storage.IGrainStorage"/> with conditional writes (a stale etag is
    /// an <see cref="Orleans.Storage.InconsistentStateException"/>) that keeps states by Orleans's own serializer.
    /// </summary>
    public const string Default = "grains";
}
