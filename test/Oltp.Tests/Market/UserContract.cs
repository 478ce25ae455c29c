using System.Security.Cryptography;
using System.Text;
using ShellCorp.Market;

namespace ShellCorp.Oltp.Tests.Market;

public abstract class UserContract : MarketContract
{
    private static readonly UserId User = new(3);

    [Fact]
    public async Task A_user_acts_for_whom_they_were_admitted_to_until_they_are_dismissed()
    {
        await using var scene = await SceneAsync();
        var (agent, club) = (await scene.AgentAsync(1), await scene.ClubAsync(5));
        await scene.Users.SaveAsync(new() { UserId = User, Name = "Ida 🦈" }, default);
        var hash = HashOf(await scene.Users.GiveKeyAsync(User, default));
        Assert.Empty((await scene.Users.FindAccessAsync(hash, default))!.Desks);

        foreach (var desk in new[] { DeskId.Of(club), DeskId.Of(agent), DeskId.Of(club) })
            await scene.Users.AdmitAsync(User, desk, default);

        var access = await scene.Users.FindAccessAsync(hash, default);
        Assert.Equal("Ida 🦈", access!.User.Name);
        Assert.Equal([DeskId.Of(agent), DeskId.Of(club)], access.Desks);
        await scene.Users.DismissAsync(User, DeskId.Of(agent), default);
        await scene.Users.DismissAsync(User, DeskId.Of(agent), default);
        Assert.Equal([DeskId.Of(club)], (await scene.Users.FindAccessAsync(hash, default))!.Desks);
    }

    [Fact]
    public async Task A_new_key_takes_the_place_of_the_old_and_neither_is_kept()
    {
        await using var scene = await SceneAsync();
        await scene.Users.SaveAsync(new() { UserId = User, Name = "Ida" }, default);

        var (first, second) = (await scene.Users.GiveKeyAsync(User, default), await scene.Users.GiveKeyAsync(User, default));

        Assert.NotEqual(first, second);
        Assert.Null(await scene.Users.FindAccessAsync(HashOf(first), default));
        Assert.Equal(User, (await scene.Users.FindAccessAsync(HashOf(second), default))!.User.UserId);
        Assert.Null(await scene.Users.FindAccessAsync(second, default));
        Assert.DoesNotContain(second, await scene.EverythingAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_makes_no_sense_of_a_user_is_refused_and_nothing_is_written()
    {
        await using var scene = await SceneAsync();
        await scene.Users.SaveAsync(new() { UserId = User, Name = "Ida" }, default);
        await scene.AgentAsync(1);

        foreach (var name in new[] { "", "a\0", new string('x', 101), "\ud800" })
            await RefusedAsync(scene, "name", () => scene.Users.SaveAsync(new() { UserId = User, Name = name }, default));
        await RefusedAsync(scene, "userId", () => scene.Users.SaveAsync(new() { UserId = new(-1), Name = "Ida" }, default));
        await RefusedAsync(scene, "user", () => scene.Users.GiveKeyAsync(new(9), default));
        await RefusedAsync(scene, "user", () => scene.Users.AdmitAsync(new(9), new(MarketSide.Agent, 1), default));
        await RefusedAsync(scene, "agent", () => scene.Users.AdmitAsync(User, new(MarketSide.Agent, 9), default));
        await RefusedAsync(scene, "club", () => scene.Users.AdmitAsync(User, new(MarketSide.Club, 1), default));
        await RefusedAsync(scene, "desk", () => scene.Users.AdmitAsync(User, new((MarketSide)4, 1), default));
        await RefusedAsync(scene, "keyHash", () => scene.Users.FindAccessAsync("\0", default));
        Assert.Null(await scene.Users.FindAccessAsync("' OR '1'='1", default));
    }

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
