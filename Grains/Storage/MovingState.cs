namespace ShellCorp.Grains.Storage;

/// <summary>A state on its way to another silo: what is stored, and the storage's mark of it.</summary>
/// <typeparam name="T">The state.</typeparam>
[GenerateSerializer, Immutable, Alias("shellcorp.moving-state.v1`1")]
public sealed record MovingState<T>
{
    /// <summary>What is stored; null where nothing is.</summary>
    [Id(0)] public T? Value { get; init; }

    /// <summary>The storage's mark; a write with an old one is refused.</summary>
    [Id(1)] public string? ETag { get; init; }

    /// <summary>Whether anything is stored.</summary>
    [Id(2)] public bool Exists { get; init; }
}
