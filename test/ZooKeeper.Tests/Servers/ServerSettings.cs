using System.Collections.Immutable;

namespace ZooKeeper.Tests.Servers;

/// <summary>How a test's server differs from the usual one.</summary>
internal sealed record ServerSettings
{
    internal static readonly ServerSettings Usual = new();

    /// <summary>Lines of the server's file.</summary>
    internal ImmutableArray<string> Lines { get; init; } = [];

    /// <summary>Java properties, <c>name=value</c>.</summary>
    internal ImmutableArray<string> Properties { get; init; } = [];
}
