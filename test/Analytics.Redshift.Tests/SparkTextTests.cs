using ShellCorp.Analytics.Model;
using ShellCorp.Events;

namespace ShellCorp.Analytics.Redshift.Tests;

public sealed class SparkTextTests
{
    private static readonly Projection Market = WarehouseProjections.All.Single(projection => projection.Source == Topics.MarketEvents);
    private static readonly Projection Players = WarehouseProjections.All.Single(projection => projection.Source == Topics.PlayerUpdates);

    [Fact]
    public void A_column_that_a_file_of_before_lacks_is_read_as_null()
    {
        HashSet<string> columns = [.. Market.Values.Except(["price", "occurred_at", "offer_id"])];
        Assert.Equal(
            "(SELECT v.*, CAST(NULL AS TIMESTAMP) AS occurred_at, CAST(NULL AS STRING) AS offer_id, CAST(NULL AS BIGINT) AS price FROM v) AS v",
            SparkText.Source(Market, "v", columns));
    }

    [Fact]
    public void A_file_that_has_all_columns_is_read_as_it_is() => Assert.Equal("v", SparkText.Source(Players, "v", Players.Values.ToHashSet()));

    [Fact]
    public void Quotes_and_backslashes_in_options_are_escaped() =>
        Assert.Equal(@"path 'it\'s', url 'a\\b'", SparkText.Options([("path", "it's"), ("url", @"a\b")]));

    [Theory]
    [InlineData("s3://bucket/a.parquet", "s3a://bucket/a.parquet")]
    [InlineData("/landed/a.parquet", "/landed/a.parquet")]
    public void A_file_is_named_as_Hadoop_does(string location, string path) => Assert.Equal(path, SparkText.Path(location));
}
