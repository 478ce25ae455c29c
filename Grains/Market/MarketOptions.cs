using System.ComponentModel.DataAnnotations;

namespace ShellCorp.Grains.Market;

/// <summary>The market's rules; section <c>ShellCorp:Market</c>.</summary>
public sealed class MarketOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "ShellCorp:Market";

    /// <summary>What a pitch costs, in credits. Default 10.</summary>
    [Range(1, 1_000_000)] public long PitchFee { get; set; } = 10;
}
