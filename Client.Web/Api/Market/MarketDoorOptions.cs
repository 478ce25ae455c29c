namespace ShellCorp.Web.Api.Market;

/// <summary>Who gets in at the market's door as an operator; section <c>ShellCorp:Market</c>.</summary>
public sealed class MarketDoorOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "ShellCorp:Market";

    /// <summary>The operators' key, at least 32 characters; a secret. Empty, the default, keeps the operators' part of the API shut.</summary>
    public string OperatorKey { get; set; } = "";
}
