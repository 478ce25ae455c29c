namespace ShellCorp.Grains.Tests.Clusters;

/// <summary>How a write goes wrong.</summary>
public enum StorageFault
{
    /// <summary>It fails and nothing is stored.</summary>
    BeforeWriting,

    /// <summary>It is stored, but the answer is lost.</summary>
    AfterWriting,

    /// <summary>Somebody else has written meanwhile.</summary>
    Conflict,
}
