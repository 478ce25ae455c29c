using System.Collections.Immutable;

namespace ShellCorp.Analytics.Reports;

/// <summary>What most reports can be narrowed by.</summary>
/// <param name="From">The first moment, UTC.</param>
/// <param name="To">The moment after the last, UTC.</param>
/// <param name="Competition">A competition's name; empty for all.</param>
internal sealed record ReportFilter(DateTime From, DateTime To, string Competition)
{
    /// <summary><c>$1</c>, <c>$2</c> and <c>$3</c>.</summary>
    public ImmutableArray<object> Values => [From, To, Competition];
}
