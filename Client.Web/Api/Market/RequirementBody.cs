using ShellCorp.Events;
using ShellCorp.Market;

namespace ShellCorp.Web.Api.Market;

/// <summary>What a club is looking for.</summary>
public sealed record RequirementBody(PlayerRole Role, long Budget, Deal Deal, int MinAge = 14, int MaxAge = 60, Foot Foot = Foot.Any);
