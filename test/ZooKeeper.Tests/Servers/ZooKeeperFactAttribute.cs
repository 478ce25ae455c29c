using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ZooKeeper.Tests.Servers;

/// <summary>A test that needs a real ZooKeeper server, and is skipped where there is none.</summary>
[SuppressMessage("Design", "CA1019", Justification = "The base class has the accessors.")]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ZooKeeperFactAttribute : FactAttribute
{
    public ZooKeeperFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line) => Skip = Installation.Missing;
}
