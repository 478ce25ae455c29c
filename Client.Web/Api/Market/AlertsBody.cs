using System.Collections.Immutable;
using ShellCorp.Market;

namespace ShellCorp.Web.Api.Market;

/// <summary>Alerts that were read.</summary>
public sealed record AlertsBody(ImmutableArray<AlertId> Alerts);
