using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Postgres.TestServer;

namespace ShellCorp.Silo.Tests.Storage;

/// <summary>A test that needs a real PostgreSQL server, and is skipped where there is none.</summary>
[SuppressMessage("Design", "CA1019", Justification = "The base class has the accessors.")]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line) => Skip = Installation.Missing;
}
