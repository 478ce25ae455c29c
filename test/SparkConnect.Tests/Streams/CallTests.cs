using SparkConnect.Errors;
using SparkConnect.Wire;
using static SparkConnect.Tests.Streams.ScriptedServer;

namespace SparkConnect.Tests.Streams;

/// <summary>Calls that run no statement: they can all be repeated.</summary>
public sealed class CallTests
{
    private static readonly AnalyzePlanResponse Version = new() { SparkVersion = new() { Version = "4.0.1" } };

    [Fact]
    public async Task Call_ThatFailsOnItsWay_IsRepeated()
    {
        var server = new ScriptedServer(Refuse, () => Status(14), () => Answer(Version));
        using var client = server.Connect();
        Assert.Equal("4.0.1", await client.OpenSession().GetVersionAsync());
    }

    [Fact]
    public async Task Call_ThatNobodyAnswers_Ends()
    {
        var server = new ScriptedServer(Refuse, Refuse, Refuse, Refuse);
        using var client = server.Connect();
        await Assert.ThrowsAsync<SparkUnavailableException>(() => client.OpenSession().GetVersionAsync());
        Assert.Equal(4, server.Methods.Count);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(7)]
    public async Task TokenThatIsRefused_IsSaid_AndNotTriedAgain(int status)
    {
        var server = new ScriptedServer(() => Status(status), () => Status(status));
        using var client = server.Connect(";token=secret;use_ssl=false;x-tenant=t1");
        await Assert.ThrowsAsync<SparkAuthenticationException>(() => client.OpenSession().GetVersionAsync());
        await Assert.ThrowsAsync<SparkAuthenticationException>(() => client.OpenSession().ExecuteAsync("INSERT INTO t VALUES (1)"));
        Assert.Equal(["AnalyzePlan", "ExecutePlan"], server.Methods);
        Assert.All(server.Requests, request => Assert.Equal(
            ("Bearer secret", "t1"), (request.Headers.GetValues("authorization").Single(), request.Headers.GetValues("x-tenant").Single())));
    }

    [Fact]
    public async Task SessionOfASparkWithoutThatCall_IsNotClosed_AndSaysSo()
    {
        var server = new ScriptedServer(() => Status(12), () => Answer(new ReleaseSessionResponse()));
        using var client = server.Connect();
        Assert.False(await client.OpenSession().CloseAsync());
        Assert.True(await client.OpenSession().CloseAsync());
        Assert.Equal(["ReleaseSession", "ReleaseSession"], server.Methods);
    }

    [Fact]
    public async Task ErrorOfALaterSpark_TellsItsClassStateAndParameters()
    {
        var server = new ScriptedServer(() => Error(
            "[DIVIDE_BY_ZERO] Division by zero. SQLSTATE: 22012", ("errorClass", "DIVIDE_BY_ZERO"), ("sqlState", "22012"), ("messageParameters", """{"config":"spark.sql.ansi.enabled"}"""),
            ("classes", """["org.apache.spark.SparkArithmeticException"]""")));
        using var client = server.Connect();
        var error = await Assert.ThrowsAsync<SparkServerException>(() => client.OpenSession().GetVersionAsync());
        Assert.Equal(("DIVIDE_BY_ZERO", "22012", "spark.sql.ansi.enabled"), (error.ErrorClass, error.SqlState, error.MessageParameters["config"]));
        Assert.Equal(["org.apache.spark.SparkArithmeticException"], error.ExceptionClasses);
    }
}
