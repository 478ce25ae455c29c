namespace ShellCorp.Feeds.Wyscout;

/// <summary>Wyscout's tags that mean something to us.</summary>
internal static class WyscoutTag
{
    public const int Goal = 101;
    public const int OwnGoal = 102;
    public const int Opportunity = 201;
    public const int Assist = 301;
    public const int KeyPass = 302;
    public const int Head = 403;
    public const int Anticipated = 601;
    public const int Anticipation = 602;
    public const int Lost = 701;
    public const int Neutral = 702;
    public const int Won = 703;
    public const int FirstWoodwork = 1217;
    public const int LastWoodwork = 1223;
    public const int MissedBall = 1302;
    public const int Interception = 1401;
    public const int RedCard = 1701;
    public const int YellowCard = 1702;
    public const int SecondYellowCard = 1703;
    public const int Accurate = 1801;
    public const int NotAccurate = 1802;
    public const int DangerousBallLost = 2001;
    public const int Blocked = 2101;
}
