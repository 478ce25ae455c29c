using System.ComponentModel.DataAnnotations;

namespace ShellCorp.Grains.Market;

/// <summary>The market's rules; section <c>ShellCorp:Market</c>.</summary>
public sealed class MarketOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "ShellCorp:Market";

    /// <summary>What a pitch costs, in credits. Default 10.</summary>
    [Range(1, 1_000_000)] public long PitchFee { get; set; } = 10;

    /// <summary>For how long the id of a request is remembered; sent again later it is another request. An hour to ten years. Default 30 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "3650.00:00:00")] public TimeSpan RequestRetention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>For how long alerts are kept, read or not. An hour to ten years. Default 90 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "3650.00:00:00")] public TimeSpan AlertRetention { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How often what is older is taken out. A second to a day. Default ten minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")] public TimeSpan CleaningInterval { get; set; } = TimeSpan.FromMinutes(10);
}
