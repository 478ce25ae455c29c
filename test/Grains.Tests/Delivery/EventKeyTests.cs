using ShellCorp.Grains.Delivery;

namespace ShellCorp.Grains.Tests.Delivery;

public sealed class EventKeyTests
{
    // The first 16 bytes of SHA-256("abc"), FIPS 180-2, appendix B.1: what is stored must be recognised by every later version.
    [Fact]
    public void A_key_is_the_first_half_of_the_id_s_hash() => Assert.Equal("ba7816bf8f01cfea414140de5dae2223", $"{EventKey.Of("abc")}");
}
