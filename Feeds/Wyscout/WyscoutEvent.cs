namespace ShellCorp.Feeds.Wyscout;

/// <summary>Wyscout's events and sub-events: <c>eventId</c>, and <c>subEventId</c> where there is one. A sub-event's number tells its event.</summary>
internal static class WyscoutEvent
{
    public const int Duel = 1;
    public const int Foul = 2;
    public const int FreeKick = 3;
    public const int KeeperLeavingLine = 4;
    public const int Interruption = 5;
    public const int Offside = 6;
    public const int OnTheBall = 7;
    public const int Pass = 8;
    public const int Save = 9;
    public const int Shot = 10;

    public const int AerialDuel = 10;
    public const int AttackingDuel = 11;
    public const int DefendingDuel = 12;
    public const int LooseBallDuel = 13;
    public const int HandFoul = 21;
    public const int LateCardFoul = 22;
    public const int OutOfGameFoul = 23;
    public const int Protest = 24;
    public const int Simulation = 25;
    public const int TimeLostFoul = 26;
    public const int ViolentFoul = 27;
    public const int Corner = 30;
    public const int FreeKickCross = 32;
    public const int FreeKickShot = 33;
    public const int GoalKick = 34;
    public const int Penalty = 35;
    public const int ThrowIn = 36;
    public const int Acceleration = 70;
    public const int Clearance = 71;
    public const int Touch = 72;
    public const int Cross = 80;
    public const int HandPass = 81;
    public const int HeadPass = 82;
    public const int HighPass = 83;
    public const int Launch = 84;
    public const int SmartPass = 86;
    public const int Reflexes = 90;
}
