using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ShellCorp.Deploy.Tests;

/// <summary>A test that needs npm; skipped, visibly, where there is none.</summary>
[SuppressMessage("Design", "CA1019", Justification = "The base class has the accessors.")]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NpmFactAttribute : FactAttribute
{
    public NpmFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (!ManifestCheck.IsAvailable)
            Skip = "npm is not on the path";
    }
}
