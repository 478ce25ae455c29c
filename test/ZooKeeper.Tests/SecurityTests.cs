using ZooKeeper.Tests.Servers;
using static ZooKeeper.Client.Tests.Clients;

namespace ZooKeeper.Client.Tests;

public sealed class SecurityTests(SharedServer shared)
{
    private static readonly Credentials Owner = Credentials.Digest("owner", "secret");

    [ZooKeeperFact]
    public async Task Who_has_another_password_or_none_is_refused_until_the_right_one_is_given()
    {
        var connectionString = shared.NewConnectionString();
        await using var owner = await InAsync(connectionString, options => options with { Credentials = [Owner] });
        await using var wrong = To(connectionString, options => options with { Credentials = [Credentials.Digest("owner", "guess")] });
        await using var nobody = To(connectionString);
        await owner.CreateAsync("/private", Bytes("1"), acl: Acl.CreatorOnly);

        foreach (var stranger in new[] { wrong, nobody })
        {
            Assert.Equal("/private", (await Assert.ThrowsAsync<NoAuthException>(() => stranger.GetAsync("/private"))).Path);
            await Assert.ThrowsAsync<NoAuthException>(() => stranger.SetAsync("/private", Bytes("2")));
            await Assert.ThrowsAsync<NoAuthException>(() => stranger.CreateAsync("/private/child"));
            await Assert.ThrowsAsync<NoAuthException>(() => stranger.MultiAsync([ZooKeeperOperation.Set("/private", Bytes("2"))]));
        }

        await nobody.AddCredentialsAsync(Owner);
        Assert.Equal("1", Text((await nobody.GetAsync("/private")).Data));
    }

    [ZooKeeperFact]
    public async Task Access_lists_are_read_and_set_with_their_version()
    {
        await using var client = await InAsync(shared.NewConnectionString(), options => options with { Credentials = [Owner] });
        await client.CreateAsync("/node");

        var open = await client.GetAclAsync("/node");
        var stat = await client.SetAclAsync("/node", [Acl.Digest(Permissions.All, "owner", "secret"), Acl.Anyone(Permissions.Read)], open.Stat.AclVersion);
        var read = await client.GetAclAsync("/node");

        Assert.Equal(Acl.OpenToAll, open.Entries);
        Assert.Equal(1, stat.AclVersion);
        // The digest of owner:secret, by: echo -n owner:secret | openssl dgst -binary -sha1 | base64
        Assert.Equal([new(Permissions.All, "digest", "owner:Vj++wdU3sMAbt+g9TyKj1BT+usI="), new(Permissions.Read, "world", "anyone")], read.Entries.Order(Comparer<Acl>.Create((a, b) => string.CompareOrdinal(a.Scheme, b.Scheme))));
        await Assert.ThrowsAsync<BadVersionException>(() => client.SetAclAsync("/node", Acl.OpenToAll, aclVersion: 0));
        await Assert.ThrowsAsync<InvalidAclException>(() => client.SetAclAsync("/node", []));
    }

    [ZooKeeperFact]
    public async Task Identities_are_shown_anew_to_each_connection()
    {
        await using var proxy = ZooKeeperProxy.Start(shared.Server);
        var chroot = ZooKeeperConnectionString.Parse(shared.NewConnectionString()).Chroot;
        await using var client = await InAsync(proxy.ConnectionString + chroot);
        await client.AddCredentialsAsync(Owner);
        await client.CreateAsync("/private", Bytes("1"), acl: Acl.CreatorOnly);

        proxy.Cut();

        Assert.Equal("1", Text((await client.GetAsync("/private")).Data));
        Assert.Equal(2, proxy.Accepted);
    }

    [ZooKeeperFact]
    public async Task A_scheme_that_the_server_does_not_know_ends_the_client()
    {
        await using var client = To(shared.NewConnectionString(), options => options with { Credentials = [new("no-such-scheme", default)] });

        await Assert.ThrowsAsync<AuthenticationFailedException>(() => client.ConnectAsync());
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => client.GetAsync("/"));

        Assert.Equal(SessionState.AuthenticationFailed, client.State);
    }

    [Fact]
    public void Secrets_are_not_printed()
    {
        Assert.DoesNotContain("secret", Owner.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", new ZooKeeperOptions { ConnectionString = "localhost", Credentials = [Owner] }.ToString(), StringComparison.Ordinal);
    }
}
