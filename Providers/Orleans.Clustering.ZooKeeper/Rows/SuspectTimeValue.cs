namespace Orleans.Runtime.Membership;

/// <summary>A vote against a silo, as the official package writes a tuple: who and when.</summary>
internal sealed record SuspectTimeValue(SiloAddressValue Item1, DateTime Item2);
