using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ZooKeeper.Tests.Servers;

/// <summary>A theory that needs real ZooKeeper servers, and is skipped where there are none.</summary>
[SuppressMessage("Design", "CA1019", Justification = "The base class has the accessors.")]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ZooKeeperTheoryAttribute : TheoryAttribute
{
    public ZooKeeperTheoryAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line) => Skip = Installation.Missing;
}
