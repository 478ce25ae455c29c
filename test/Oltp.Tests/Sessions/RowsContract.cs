using Oltp.Sessions;

namespace ShellCorp.Oltp.Tests.Sessions;

public abstract class RowsContract
{
    [Fact]
    public async Task Rows_come_as_they_are_whatever_they_hold()
    {
        await using var database = await OpenAsync();
        string?[] texts = ["", null, "O'Brien", "⚽ \"quoted\" \\ back", "a\nb\tc", "'; DROP TABLE player_form; --", "{1,2,NULL}", "[1]"];
        long[] numbers = [0, -1, long.MaxValue, long.MinValue, 1L << 53, (1L << 53) + 1, 7, 8];
        long?[] some = [null, 1, null, long.MaxValue, 0, null, -5, 2];
        var rows = new OltpRows(texts.Length).With("number", numbers).With("text", texts).With("place", Enumerable.Range(0, texts.Length)).With("extra", some);

        var read = await database.RunAsync(
            async session =>
            {
                await session.ExecuteAsync("CREATE TABLE kept (number bigint, text text, place integer, extra bigint)", new { });
                Assert.Equal(texts.Length, await session.ExecuteAsync("INSERT INTO kept (number, text, place, extra) SELECT r.number, r.text, r.place, r.extra FROM @rows r", rows));
                return await session.ListAsync<Kept>("SELECT number AS Number, text AS Text, extra AS Some FROM kept ORDER BY place", new { });
            },
            default);

        Assert.Equal(texts.Index().Select(text => new Kept { Number = numbers[text.Index], Text = text.Item, Some = some[text.Index] }), read);
    }

    [Fact]
    public async Task No_rows_change_nothing()
    {
        await using var database = await OpenAsync();
        Assert.Equal(0, await database.RunAsync(
            session => session.ExecuteAsync("INSERT INTO player_form (player_id) SELECT r.number FROM @rows r", new OltpRows(0).With("number", Array.Empty<long>())), default));
    }

    [Fact]
    public void A_column_of_another_length_is_refused()
    {
        var refused = Assert.Throws<ArgumentException>(() => new OltpRows(2).With("number", [1L]));
        Assert.StartsWith("Column 'number' has 1 values for 2 rows.", refused.Message, StringComparison.Ordinal);
    }

    private protected abstract Task<IOltpDatabase> OpenAsync();

    private sealed record Kept
    {
        public long Number { get; init; }

        public string? Text { get; init; }

        public long? Some { get; init; }
    }
}
