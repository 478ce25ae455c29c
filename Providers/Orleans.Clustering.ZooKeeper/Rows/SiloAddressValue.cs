namespace Orleans.Runtime.Membership;

/// <summary>A silo's address as the official package writes it: an object around <c>ip:port@generation</c>.</summary>
internal sealed record SiloAddressValue(string SiloAddress)
{
    internal static SiloAddressValue From(SiloAddress address) => new(address.ToParsableString());

    internal SiloAddress ToAddress() => Runtime.SiloAddress.FromParsableString(SiloAddress);
}
