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

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(string connectionString) =>
        new PostgresOptionsValidator().Validate(null, new() { ConnectionString = connectionString });
}
