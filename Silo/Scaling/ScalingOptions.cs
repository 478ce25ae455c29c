using System.Collections.Immutable;

namespace ShellCorp.Silo.Scaling;

/// <summary>What <c>/scale</c> goes by; section <c>ShellCorp:Scaling</c>.</summary>
public sealed class ScalingOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "ShellCorp:Scaling";

    private static readonly ImmutableArray<ScalingWindow> TransferWindows =
    [
        new() { Name = "winter", From = "01-01", To = "02-03", Silos = 6 },
        new() { Name = "summer", From = "06-14", To = "09-02", Silos = 6 },
    ];

    /// <summary>How many silos there are at least, all year. Default 2.</summary>
    public int Minimum { get; set; } = 2;

    /// <summary>How many silos there are at most, whatever else is wanted. Default 12.</summary>
    public int Maximum { get; set; } = 12;

    /// <summary>For how many waiting records a silo is wanted. Default 50,000.</summary>
    public long RecordsPerSilo { get; set; } = 50_000;

    /// <summary>While more records than that wait, no silo is let go. Default 5,000.</summary>
    public long KeepAbove { get; set; } = 5_000;

    /// <summary>The zone that days begin and end in, by its IANA name. Default <c>UTC</c>.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Windows instead of the transfer windows: <c>Name</c>, <c>From</c> and <c>To</c> as <c>MM-dd</c>, both days included, <c>Silos</c>.</summary>
    public IList<ScalingWindow> Windows { get; } = [];

    /// <summary>The windows given; where none is, the transfer windows: January 1 to February 3, and June 14 to September 2, six silos each.</summary>
    internal IEnumerable<ScalingWindow> Calendar => Windows.Count > 0 ? Windows : TransferWindows;
}
