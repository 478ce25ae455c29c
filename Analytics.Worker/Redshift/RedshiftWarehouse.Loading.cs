using Npgsql;
using ShellCorp.Analytics.Model;
using ShellCorp.Analytics.Warehouse;

namespace ShellCorp.Analytics.Redshift;

/// <content>Loading.</content>
public sealed partial class RedshiftWarehouse
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<LoadOutcome>> LoadAsync(IReadOnlyList<LandedFile> files, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        var fresh = await FreshAsync(files, cancellationToken);
        if (fresh.Length == 0)
            return [.. files.Select(_ => LoadOutcome.AlreadyLoaded)];
        var attempt = new StagingAttempt(_spark.OpenSession(), _options, _time);
        LogAttempt(attempt.Id, fresh.Length);
        var staged = await StageAsync(attempt, files, fresh, cancellationToken);
        var outcomes = await MergeAsync(files, staged, cancellationToken);
        LogLoaded(attempt.Id, outcomes.Count(outcome => outcome == LoadOutcome.Loaded));
        await attempt.TryReleaseAsync(_logger);
        return outcomes;
    }

    private async Task<int[]> FreshAsync(IReadOnlyList<LandedFile> files, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        List<int> fresh = [];
        for (var i = 0; i < files.Count; i++)
        {
            if (await connection.AskAsync(files[i], cancellationToken) == LoadOutcome.Loaded)
                fresh.Add(i);
        }

        return [.. fresh];
    }

    private async Task<IReadOnlyList<StagedTable>> StageAsync(StagingAttempt attempt, IReadOnlyList<LandedFile> files, int[] fresh, CancellationToken cancellationToken)
    {
        await using (var connection = await OpenAsync(cancellationToken))
        {
            await DropLeftoversAsync(connection, cancellationToken);
            foreach (var table in attempt.Plan(files, fresh))
                await connection.ExecuteAsync(RedshiftTypes.CreateStaging(table.Target, table.Name), cancellationToken);
        }

        return await attempt.RunAsync(cancellationToken);
    }

    // Attempts that failed may still be writing; their tables are left until nothing can be.
    private async Task DropLeftoversAsync(RedshiftConnection connection, CancellationToken cancellationToken)
    {
        var leftovers = await connection.ReadAsync(
            "SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'staging~_%' ESCAPE '~' AND table_name < $1",
            cancellationToken, StagingAttempt.FirstName(_time.GetUtcNow() - _options.KeepFailedAttempts));
        foreach (var row in leftovers.Rows)
            await connection.ExecuteAsync($"DROP TABLE IF EXISTS {row[0]}", cancellationToken);
    }

    private async Task<IReadOnlyList<LoadOutcome>> MergeAsync(IReadOnlyList<LandedFile> files, IReadOnlyList<StagedTable> staged, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAsync(connection => MergeAsync(connection, files, staged, cancellationToken), cancellationToken);
        }
        catch (NpgsqlException e) when (e is not PostgresException)
        {
            // The connection broke: the commit may have happened. Under the lock the ledger is final.
            LogUnclear(e);
            var outcomes = await WriteAsync(connection => AskAsync(connection, files, cancellationToken), cancellationToken);
            if (outcomes.Contains(LoadOutcome.Loaded))
                throw;
            return [.. files.Select(_ => LoadOutcome.Loaded)];
        }
    }

    private async Task<LoadOutcome[]> MergeAsync(
        RedshiftConnection connection, IReadOnlyList<LandedFile> files, IReadOnlyList<StagedTable> staged, CancellationToken cancellationToken)
    {
        var outcomes = await AskAsync(connection, files, cancellationToken);
        var fresh = Enumerable.Range(0, files.Count).Where(i => outcomes[i] == LoadOutcome.Loaded).ToArray();
        if (fresh.Length > 0)
            await MergeAsync(connection, staged, [.. fresh.Select(i => (i, files[i].Location))], cancellationToken);
        foreach (var i in fresh)
            await connection.NoteAsync(LedgerEntry.Of(files[i]), _time.GetUtcNow(), cancellationToken);
        foreach (var table in staged)
            await connection.ExecuteAsync($"DROP TABLE {table.Name}", cancellationToken);
        return outcomes;
    }

    private static async Task<LoadOutcome[]> AskAsync(RedshiftConnection connection, IReadOnlyList<LandedFile> files, CancellationToken cancellationToken)
    {
        var outcomes = new LoadOutcome[files.Count];
        for (var i = 0; i < outcomes.Length; i++)
            outcomes[i] = await connection.AskAsync(files[i], cancellationToken);
        return outcomes;
    }

    private static async Task MergeAsync(
        RedshiftConnection connection, IReadOnlyList<StagedTable> staged, (int Number, string Location)[] fresh, CancellationToken cancellationToken)
    {
        List<string> facts = [];
        for (var i = 0; i < staged.Count; i++)
        {
            await CheckAsync(connection, staged[i], fresh, cancellationToken);
            var (winners, table) = (FormattableString.Invariant($"winners_{i}"), staged[i].Target);
            await connection.ExecuteAsync(staged[i].CreateWinners(winners, fresh.Select(file => file.Number)), cancellationToken);
            await connection.ExecuteAsync(LoadStatements.DeleteLosers(table, winners), cancellationToken);
            await connection.ExecuteAsync(LoadStatements.Merge(table, winners), cancellationToken);
            if (table == WarehouseModel.FactEvent || table == WarehouseModel.FactRating)
                facts.Add(winners);
        }

        foreach (var sql in facts.Count == 0 ? [] : LoadStatements.AggregatePlayerMatches("touched", facts))
            await connection.ExecuteAsync(sql, cancellationToken);
        for (var i = 0; i < staged.Count; i++)
            await connection.ExecuteAsync(FormattableString.Invariant($"DROP TABLE winners_{i}"), cancellationToken);
    }

    private static async Task CheckAsync(
        RedshiftConnection connection, StagedTable staged, (int Number, string Location)[] fresh, CancellationToken cancellationToken)
    {
        var counts = (await connection.ReadAsync(staged.CountDistinct(), cancellationToken)).Rows.ToDictionary(row => (int)row[0]!, row => (long)row[1]!);
        foreach (var (number, location) in fresh)
        {
            var (expected, found) = (staged.Expected.GetValueOrDefault(number), counts.GetValueOrDefault(number));
            if (found != expected)
                throw new StagingIncompleteException(staged.Target.Name, location, expected, found);
        }
    }
}
