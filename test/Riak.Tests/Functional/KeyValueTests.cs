using Riak.Errors;
using Riak.KeyValue;

namespace Riak.Tests.Functional;

public sealed class KeyValueTests(RiakTarget riak) : IClassFixture<RiakTarget>
{
    [Fact]
    public async Task What_is_put_is_got_with_its_metadata()
    {
        var where = riak.New("siblings");
        var content = new RiakContent
        {
            Value = new byte[] { 0, 1, 255 }, ContentType = "application/octet-stream", Charset = "utf-8", ContentEncoding = "identity",
            UserMetadata = [new("origin", "feed é")],
        };
        var put = await riak.Client.PutAsync(where, content);
        Assert.Equal((where.Key!, 0, null), (put.Key, put.Contents.Length, put.Clock));
        var got = await riak.Client.GetAsync(where);
        var read = Assert.Single(got.Contents);
        Assert.Equal(content.Value.ToArray(), read.Value.ToArray());
        Assert.Equal((content.ContentType, content.Charset, content.ContentEncoding), (read.ContentType, read.Charset, read.ContentEncoding));
        Assert.Equal(content.UserMetadata, read.UserMetadata);
        Assert.NotNull(got.Clock);
        Assert.NotNull(read.LastModified);
    }

    [Fact]
    public async Task What_is_missing_is_not_found()
    {
        var got = await riak.Client.GetAsync(riak.New("siblings"));
        Assert.Equal((false, 0, null), (got.Found, got.Contents.Length, got.Clock));
    }

    [Fact]
    public async Task The_server_assigns_a_key_where_none_is_given()
    {
        var nowhere = riak.New("siblings") with { Key = null };
        var put = await riak.Client.PutAsync(nowhere, RiakContent.FromText("x"));
        Assert.Equal("x", (await riak.Client.GetAsync(nowhere with { Key = put.Key })).Contents[0].Text);
    }

    [Fact]
    public async Task The_default_bucket_type_needs_no_name_on_the_wire()
    {
        var where = riak.New("default");
        await riak.Client.PutAsync(where, RiakContent.FromText("plain"));
        Assert.Equal("plain", Assert.Single((await riak.Client.GetAsync(where)).Contents).Text);
    }

    [Fact]
    public async Task Writes_without_each_others_clock_are_siblings_until_one_is_written_with_both()
    {
        var where = riak.New("siblings");
        await riak.Client.PutAsync(where, RiakContent.FromText("a"));
        await riak.Client.PutAsync(where, RiakContent.FromText("b"));
        var both = await riak.Client.GetAsync(where);
        Assert.Equal(["a", "b"], both.Contents.Select(content => content.Text).Order());
        var merged = await riak.Client.PutAsync(where, RiakContent.FromText("ab"), new() { Clock = both.Clock, ReturnBody = true });
        Assert.Equal("ab", Assert.Single(merged.Contents).Text);
    }

    [Fact]
    public async Task A_first_write_is_refused_where_there_is_an_object()
    {
        var where = riak.New("siblings");
        await riak.Client.PutAsync(where, RiakContent.FromText("a"), new() { IfNoneMatch = true });
        await RefusedAsync(RiakErrorKind.MatchFound, where, new() { IfNoneMatch = true });
    }

    [Fact]
    public async Task A_conditional_write_needs_the_current_clock()
    {
        var where = riak.New("siblings");
        var old = (await riak.Client.PutAsync(where, RiakContent.FromText("a"), new() { ReturnHead = true })).Clock;
        await RefusedAsync(RiakErrorKind.NotFound, riak.New("siblings"), new() { Clock = old, IfNotModified = true });
        var current = (await riak.Client.PutAsync(where, RiakContent.FromText("b"), new() { Clock = old, ReturnHead = true })).Clock;
        await RefusedAsync(RiakErrorKind.Modified, where, new() { Clock = old, IfNotModified = true });
        await riak.Client.PutAsync(where, RiakContent.FromText("c"), new() { Clock = current, IfNotModified = true });
        Assert.Equal("c", Assert.Single((await riak.Client.GetAsync(where)).Contents).Text);
    }

    [Fact]
    public async Task A_conditional_read_says_unchanged_or_answers_the_same_clock()
    {
        var where = riak.New("siblings");
        var clock = (await riak.Client.PutAsync(where, RiakContent.FromText("a"), new() { ReturnHead = true })).Clock;
        var same = await riak.Client.GetAsync(where, new() { IfModifiedSince = clock });
        Assert.True(same.Unchanged || same.Clock!.Equals(clock), $"unchanged: {same.Unchanged}, clock {same.Clock}");
        await riak.Client.PutAsync(where, RiakContent.FromText("b"), new() { Clock = clock });
        Assert.Equal("b", Assert.Single((await riak.Client.GetAsync(where, new() { IfModifiedSince = clock })).Contents).Text);
    }

    [Fact]
    public async Task A_head_has_metadata_and_no_value()
    {
        var where = riak.New("siblings");
        await riak.Client.PutAsync(where, RiakContent.FromText("a", "text/css"));
        var head = Assert.Single((await riak.Client.GetAsync(where, new() { HeadOnly = true })).Contents);
        Assert.Equal((0, "text/css"), (head.Value.Length, head.ContentType));
    }

    [Fact]
    public async Task What_is_deleted_is_not_found_and_deleting_it_again_is_no_error()
    {
        var where = riak.New("siblings");
        var clock = (await riak.Client.PutAsync(where, RiakContent.FromText("a"), new() { ReturnHead = true })).Clock;
        await riak.Client.DeleteAsync(where, new() { Clock = clock });
        Assert.False((await riak.Client.GetAsync(where)).Found);
        await riak.Client.DeleteAsync(where);
        await riak.Client.DeleteAsync(riak.New("siblings"));
    }

    [Fact]
    public async Task A_write_that_the_deletion_did_not_see_stays()
    {
        var where = riak.New("siblings");
        var seen = (await riak.Client.PutAsync(where, RiakContent.FromText("a"), new() { ReturnHead = true })).Clock;
        await riak.Client.PutAsync(where, RiakContent.FromText("b"), new() { Clock = seen });
        await riak.Client.DeleteAsync(where, new() { Clock = seen });
        var left = (await riak.Client.GetAsync(where)).Contents.Where(content => !content.Deleted);
        Assert.Equal("b", Assert.Single(left).Text);
    }

    private async Task RefusedAsync(RiakErrorKind kind, RiakLocation where, RiakPutOptions options) =>
        Assert.Equal(
            kind, (await Assert.ThrowsAsync<RiakServerException>(() => riak.Client.PutAsync(where, RiakContent.FromText("x"), options))).Kind);
}
