namespace ShellCorp.Grains.Storage;

/// <summary>Names under which the host registers storage for grains.</summary>
public static class GrainStores
{
    /// <summary>
    /// The storage of all states of this project: a keyed <see cref="Orleans.Storage.IGrainStorage"/> with conditional writes (a stale etag is
    /// an <see cref="Orleans.Storage.InconsistentStateException"/>) that keeps states by Orleans's own serializer.
    /// </summary>
    public const string Default = "grains";

    /// <summary>
    /// The storage of running matches; <see cref="Default"/> where the host has no other. Its conditional writes may let two writers through, where it merges what both wrote by
    /// <see cref="Matches.MatchState.Merge"/>.
    /// </summary>
    public const string LiveScores = "live-scores";
}
