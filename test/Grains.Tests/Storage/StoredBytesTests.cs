using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using ShellCorp.Events;
using ShellCorp.Grains.Matches;
using ShellCorp.Grains.Players;
using ShellCorp.Grains.Registry;
using ShellCorp.Grains.Teams;
using ShellCorp.Grains.Tests.Clusters;
using ShellCorp.Registry;

namespace ShellCorp.Grains.Tests.Storage;

/// <summary>
/// What is stored must be read by every later version, and in a rolling upgrade by the one before. A field that is added makes other bytes:
/// then keep these for reading and add the new ones.
/// </summary>
public sealed class StoredBytesTests
{
    private static readonly Sample Sample = new(1);
    private static readonly Serializer Serializer = new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    [Fact]
    public void PlayerMatches_v1() => AssertStored(PlayerMatches.Empty.Add(new(7)).Add(new(3)), "20e82020000521e8000de020e8001de0e0e0e0");

    [Fact]
    public void RatingLedger_v1()
    {
        var sifted = RatingLedger.Empty.Sift([Sample.Pass(Sample.HomePlayer(1), 1), Sample.Pass(Sample.HomePlayer(1), 1)]);
        AssertStored(RatingLedger.Empty.Apply(sifted).Finish(sifted.Repeats),
            "20e820e82020000321e880216791e6ee54ba9c81c58a34e0c11320fce0e0e001050105e021e82020004d010500010001000100010001000100010001"
            + "00010001000100010001000100010001000100010001000100010001000100010001000100010001000100010001000100010001000100010001e0e0"
            + "2120e0e021c06de021c06de0c101c101c10101010101c1010105010521e8000101050101e021800092ddb1de81de08810000000000000000e0e02120"
            + "000321e820e8000101050101e001010105010101090101e0e0e0e0");
    }

    [Fact]
    public void MatchState_v1()
    {
        var sifted = MatchState.Empty.Events.Sift([Sample.Goal(12, Sample.Home, Sample.HomePlayer(9))], fact => fact.Id);
        AssertStored(MatchState.Empty.Apply(sifted).Finish(1).WithRated(Sample.HomePlayer(9)),
            "20e820e82020000321e880244f9720888bfd6d81046a9f039caf213be0e0e001050105e02120000321e84013312f676f616c2d313221e80005e0010d"
            + "21e8004a1fe021e800aa22e0c10121e8000101310101e0c10121800094413be081de08810000000000000000e0e0e0e0010521e8000101310101e021"
            + "20000321e800aa22e0e0e0e0");
    }

    [Fact]
    public void TeamIndex_v1() => AssertStored(
        TeamIndex.Empty.Add(Sample.Match).Learn(Sample.Home, Sample.Sheet),
        "20e82020000321e80005e0e0e04113486f6d6520313030312180004c1a8ede81de08810000000000000000e00105e0");

    [Fact]
    public void TeamMatchState_v1() => AssertStored(
        TeamMatchState.Empty.Upsert([Sample.Rating(Sample.HomePlayer(1), 3, final: true)]),
        "20e82020000321e820e8006a22e0010d01521401d2020103e0e0e02180001e64f9de81de08810000000000000000e0e0");

    [Fact]
    public void MatchRegistryState_v1() => AssertStored(MatchRegistryState.Empty.Add(Sample.Match), "20e82020000321e80005e0e0e0e0");

    [Fact]
    public void PlayerRegistryState_v1() => AssertStored(
        PlayerRegistryState.Empty.Upsert(
        [
            new PlayerProfile
            {
                PlayerId = Sample.HomePlayer(1),
                Name = "Home 1",
                Role = PlayerRole.Goalkeeper,
                TeamId = Sample.Home,
                AsOf = Sample.Sheet.KickOff,
            },
        ]),
        "20e82020010321e8006a22e020e820e8006a22e0410d486f6d652031010521e8004a1fe02180004c1a8ede81de08810000000000000000e0e0e0c101"
            + "e00105e0");

    private static void AssertStored<T>(T state, string golden)
    {
        var bytes = Convert.ToHexStringLower(Serializer.SerializeToArray(state));
        Assert.True(bytes == golden, $"Expected {golden}, written was {bytes}.");
        Assert.Equivalent(state, Serializer.Deserialize<T>(Convert.FromHexString(golden)), strict: true);
    }
}
