using ShellCorp.Events;
using ShellCorp.Market;

namespace ShellCorp.Web.Api.Market;

/// <summary>A player's profile.</summary>
public sealed record PlayerBody(string Name, PlayerRole Role, DateOnly Born, Foot Foot = Foot.Any, TeamId? ClubId = null);
