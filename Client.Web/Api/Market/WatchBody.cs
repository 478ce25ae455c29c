namespace ShellCorp.Web.Api.Market;

/// <summary>From which rating on to be told, in hundredths.</summary>
public sealed record WatchBody(int ThresholdHundredths);
