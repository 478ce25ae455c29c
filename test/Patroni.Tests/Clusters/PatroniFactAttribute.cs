using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Patroni.Tests.Clusters;

/// <summary>A test that needs real Patroni clusters, and is skipped where there are none.</summary>
[SuppressMessage("Design", "CA1019", Justification = "The base class has the accessors.")]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PatroniFactAttribute : FactAttribute
{
    public PatroniFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line) => Skip = PatroniInstallation.Missing;
}
