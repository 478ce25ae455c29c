using System.Collections.Immutable;

namespace ShellCorp.Silo.Tests.Storage;

/// <summary>A state of the kind that the product keeps: immutable collections, strong ids, bytes.</summary>
[GenerateSerializer, Immutable, Alias("silo-tests.note")]
public sealed record Note
{
    [Id(0)] public string Text { get; init; } = "";

    [Id(1)] public ImmutableArray<PlayerId> Players { get; init; } = [];

    [Id(2)] public ImmutableDictionary<long, string> Names { get; init; } = ImmutableDictionary<long, string>.Empty;

    [Id(3)] public ReadOnlyMemory<byte> Bytes { get; init; }
}
