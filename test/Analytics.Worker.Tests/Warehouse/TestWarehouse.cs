using System.Globalization;
using ShellCorp.Analytics.DuckDb;
using ShellCorp.Analytics.Landing;
using ShellCorp.Analytics.Warehouse;
using ShellCorp.Analytics.Windows;
using ShellCorp.Events;

namespace ShellCorp.Analytics.Tests.Warehouse;

/// <summary>A DuckDB warehouse in a folder of its own, and files to load.</summary>
internal sealed class TestWarehouse : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shellcorp-warehouse-");

    private TestWarehouse() => Warehouse = new(new() { Path = Path.Combine(_folder.FullName, "warehouse.duckdb") }, TimeProvider.System);

    public DuckDbWarehouse Warehouse { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<TestWarehouse> MakeAsync()
    {
        var made = new TestWarehouse();
        await made.Warehouse.PrepareAsync(Token);
        return made;
    }

    public LandedFile PlayerUpdates(long first, params PlayerUpdate[] updates) =>
        Write(Topics.PlayerUpdates, first, LandedSchemas.PlayerUpdates, [.. updates.Select((item, i) => Samples.At(item, first + i, item.OccurredAt))]);

    public LandedFile Ratings(long first, params LiveRatingUpdate[] updates) =>
        Write(Topics.LiveRatingUpdates, first, LandedSchemas.LiveRatingUpdates, [.. updates.Select((item, i) => Samples.At(item, first + i, item.OccurredAt))]);

    public LandedFile MatchUpdates(long first, params MatchUpdate[] updates) => Write(
        Topics.MatchUpdates, first, LandedSchemas.MatchUpdates,
        [.. updates.SelectMany((item, i) => SquadRow.Of(Samples.At(item, first + i, item.OccurredAt)))], updates.Length);

    public LandedFile Market(long first, params Market.MarketEvent[] events) =>
        Write(Topics.MarketEvents, first, LandedSchemas.MarketEvents, [.. events.Select((item, i) => Samples.At(item, first + i, item.At))]);

    public string Windows(IReadOnlyList<WindowRow> rows)
    {
        var path = Path.Combine(_folder.FullName, $"{Guid.NewGuid():n}.windows.parquet");
        using var stream = File.Create(path);
        WindowRow.Schema.Write(stream, rows);
        return path;
    }

    public Task<IReadOnlyList<LoadOutcome>> LoadAsync(params LandedFile[] files) => Warehouse.LoadAsync(files, Token);

    /// <summary>Rows as text, values separated by <c>|</c>.</summary>
    public async Task<string[]> ReadAsync(string sql)
    {
        var result = await Warehouse.QueryAsync(sql, [], Token);
        return [.. result.Rows.Select(row => string.Join('|', row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))))];
    }

    public void Dispose()
    {
        Warehouse.Dispose();
        _folder.Delete(recursive: true);
    }

    private LandedFile Write<TRow>(string topic, long first, LandedSchema<TRow> schema, TRow[] rows, int? records = null)
    {
        var next = first + (records ?? rows.Length);
        var path = Path.Combine(_folder.FullName, FormattableString.Invariant($"{topic}-{first}-{next - 1}-{Guid.NewGuid():n}.parquet"));
        using (var stream = File.Create(path))
            schema.Write(stream, rows);
        return new() { Partition = new(topic, 0), FirstOffset = first, NextOffset = next, Rows = rows.Length, Location = path, LastEventAt = Samples.KickOff };
    }
}
