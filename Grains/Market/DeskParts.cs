namespace ShellCorp.Grains.Market;

/// <summary>What the desks of agents and of clubs are both made of.</summary>
internal sealed record DeskParts(Accounts Accounts, Pitches Pitches, Messages Messages, Offers Offers, Watches Watches, Alerts Alerts);
