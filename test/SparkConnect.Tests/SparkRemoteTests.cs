namespace SparkConnect.Tests;

public sealed class SparkRemoteTests
{
    [Fact]
    public void Address_IsReadWithAllItsParameters()
    {
        var remote = SparkRemote.Parse("sc://spark.example:443/;token=a%3Bb;use_ssl=true;user_id=kim;session_id=0a0a0a0a-0000-4000-8000-000000000001;user_agent=me;x-h=1");
        Assert.Equal(("spark.example", 443, true, "a;b", "kim", "me"), (remote.Host, remote.Port, remote.UseTls, remote.Token, remote.UserId, remote.UserAgent));
        Assert.Equal(new Guid("0a0a0a0a-0000-4000-8000-000000000001"), remote.SessionId);
        Assert.Equal("1", remote.Headers["x-h"]);
        Assert.DoesNotContain("a;b", remote.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sc://host", 15002)]
    [InlineData("sc://host/", 15002)]
    [InlineData("sc://host:80", 80)]
    [InlineData("sc://[::1]:7077/;user_id=x", 7077)]
    public void Port_IsSparksOwnWhereNoneIsGiven(string text, int port) => Assert.Equal(port, SparkRemote.Parse(text).Port);

    [Theory]
    [InlineData("sc://host/;token=x", true)]
    [InlineData("sc://localhost/;token=x;use_ssl=false", false)]
    [InlineData("sc://host/;user_id=x", false)]
    public void Token_ImpliesTls_ButToThisMachine(string text, bool tls) => Assert.Equal(tls, SparkRemote.Parse(text).UseTls);

    [Theory]
    [InlineData("http://host")]
    [InlineData("sc://")]
    [InlineData("sc://host:port")]
    [InlineData("sc://host/path")]
    [InlineData("sc://host/;user_id")]
    [InlineData("sc://host/;user_id=a;user_id=b")]
    [InlineData("sc://host/;use_ssl=maybe")]
    [InlineData("sc://host/;session_id=abc")]
    [InlineData("sc://host/;token=x;use_ssl=false")]
    public void Address_ThatCantBeRead_IsRefused(string text) => Assert.Throws<FormatException>(() => SparkRemote.Parse(text));
}
