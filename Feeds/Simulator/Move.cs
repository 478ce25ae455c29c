namespace ShellCorp.Feeds.Simulator;

/// <summary>What can come next in a match. A duel is one move and two events, one for each side.</summary>
internal enum Move
{
    Pass,
    Cross,
    ThrowIn,
    GoalKick,
    Corner,
    FreeKick,
    Shot,
    Save,
    KeeperSweep,
    GroundDuel,
    LooseBallDuel,
    AerialDuel,
    Clearance,
    Touch,
    Carry,
    Foul,
    Offside,
}
