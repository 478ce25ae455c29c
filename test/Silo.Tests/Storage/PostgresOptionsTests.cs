using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using ShellCorp.Silo.Storage;

namespace ShellCorp.Silo.Tests.Storage;

public sealed class PostgresOptionsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Host=db;Database=shellcorp;Username=u;Password=p")]
    public void Good_connection_strings_are_taken(string connectionString) => Assert.True(Validate(connectionString).Succeeded);

    [Theory]
    [InlineData("Database=shellcorp;Username=u;Password=hidden", "Host")]
    [InlineData("Host=db;Username=u;Password=hidden", "Database")]
    [InlineData("Host=db;Database=d;Prot=5432;Password=hidden", "Prot")]
    [InlineData("Host=db;Database=d;Port=hidden", "ConnectionString")]
    [InlineData("hidden", "ConnectionString")]
    public void Bad_ones_are_refused_by_what_is_wrong_without_being_repeated(string connectionString, string named)
    {
        var result = Validate(connectionString);

        Assert.True(result.Failed);
        Assert.Contains(named, result.FailureMessage, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("ShellCorp:Postgres:ConnectionString", result.FailureMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", result.FailureMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=db;Database=d", 32, 64)]
    [InlineData("Host=db;Database=d;MaxPoolSize=100;MaxAutoPrepare=0", 100, 0)]
    [InlineData("Host=db;Database=d;Maximum Pool Size=5", 5, 64)]
    public void What_a_connection_string_says_goes_before_our_defaults(string connectionString, int pool, int prepared)
    {
        var settings = new Npgsql.NpgsqlConnectionStringBuilder(PostgresSource.Complete(connectionString));

        Assert.Equal((pool, prepared), (settings.MaxPoolSize, settings.MaxAutoPrepare));
    }

    [Theory]
    [InlineData("zk:2181", "", "market=Database=d;Username=u", "")]
    [InlineData("zk:2181/chroot", "", "market=Database=d|second=Database=d", "")]
    [InlineData("", "", "market=Database=d", "ShellCorp:ZooKeeper:ConnectionString")]
    [InlineData("zk:2181", "", "second=Database=d", "'market'")]
    [InlineData("zk:2181", "", "market=Database=d;Host=db", "ShellCorp:Postgres:Scopes:market has 'Host='")]
    [InlineData("zk:2181", "", "market=Username=u", "ShellCorp:Postgres:Scopes:market has no 'Database='")]
    [InlineData("zk:2181", "", "market=Database=d;Prot=hidden", "Prot")]
    [InlineData("zk:2181", "Host=db;Database=d", "market=Database=d", "both")]
    public void Scopes_are_taken_or_refused_by_what_is_wrong(string zooKeeper, string server, string scopes, string refused)
    {
        var options = new PostgresOptions { ConnectionString = server };
        foreach (var scope in scopes.Split('|'))
            options.Scopes.Add(scope.Split('=')[0], scope[(scope.IndexOf('=', StringComparison.Ordinal) + 1)..]);

        var result = Validate(options, zooKeeper);

        Assert.Equal(refused.Length > 0, result.Failed);
        Assert.Contains(refused, result.FailureMessage ?? "", StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hidden", result.FailureMessage ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shellcorp/postgres", "00:00:15", "ShellCorp:Postgres:Namespace")]
    [InlineData("/", "00:00:15", "ShellCorp:Postgres:Namespace")]
    [InlineData("/postgres", "00:00:00", "ShellCorp:Postgres:Patience")]
    [InlineData("/postgres", "01:00:00", "ShellCorp:Postgres:Patience")]
    public void Limits_are_told(string path, string patience, string refused)
    {
        var result = Validate(new PostgresOptions { Namespace = path, Patience = TimeSpan.Parse(patience, System.Globalization.CultureInfo.InvariantCulture) });

        Assert.Contains(refused, result.FailureMessage, StringComparison.Ordinal);
    }

    private static ValidateOptionsResult Validate(string connectionString) => Validate(new PostgresOptions { ConnectionString = connectionString });

    private static ValidateOptionsResult Validate(PostgresOptions options, string zooKeeper = "") => new PostgresOptionsValidator(
        new ConfigurationBuilder().AddInMemoryCollection([new("ShellCorp:ZooKeeper:ConnectionString", zooKeeper)]).Build()).Validate(null, options);
}
