using Oltp.Sessions;
using ShellCorp.Events;

namespace ShellCorp.Silo.Projection.Tables;

/// <summary>The projection in the database.</summary>
/// <param name="database">The database.</param>
/// <param name="sql">Which tables.</param>
/// <param name="rated">Told of a batch's ratings in its transaction, when the tables have them; may be told again of what was rolled back.</param>
internal sealed class ProjectionTables(IOltpDatabase database, ProjectionSql sql, Func<OltpSession, IReadOnlyCollection<LiveRatingUpdate>, Task>? rated = null)
{
    public Task<IReadOnlyList<StoredPosition>> ReadPositionsAsync(CancellationToken cancellationToken) =>
        database.RunAsync(session => session.ListAsync<StoredPosition>(sql.ReadPositions, new { }), cancellationToken);

    /// <summary>Adds a position; to one that there is, only the topic's id where it has none.</summary>
    public Task AddPositionAsync(StoredPosition position, CancellationToken cancellationToken) =>
        database.RunAsync(session => session.ExecuteAsync(sql.AddPosition, position), cancellationToken);

    /// <summary>Writes what a batch says and moves its positions, or nothing of it.</summary>
    /// <exception cref="PositionMovedException">A position isn't where the batch begins.</exception>
    /// <exception cref="OutcomeUnknownException">It may be done or not; the positions tell.</exception>
    public Task ApplyAsync(ProjectionBatch batch, CancellationToken cancellationToken) => database.RunAsync(
        async session =>
        {
            var positions = batch.ToPositionRows();
            if (await session.ExecuteAsync(sql.MovePositions, positions) != positions.Count)
                throw new PositionMovedException();
            await ApplyRatingsAsync(session, batch);
            await ApplyFactsAsync(session, batch);
            return positions.Count;
        },
        cancellationToken);

    private async Task ApplyRatingsAsync(OltpSession session, ProjectionBatch batch)
    {
        if (batch.Ratings.Count == 0)
            return;
        var players = batch.ToPlayerRows();
        await session.ExecuteAsync(sql.AddForms, players);
        await session.ExecuteAsync(sql.LockForms, players);
        await session.ExecuteAsync(sql.AddHistory, RatingRows.OfHistory(batch.Ratings));
        await session.ExecuteAsync(sql.SetRatings, RatingRows.OfLatest(batch.Ratings));
        await session.ExecuteAsync(sql.SetForms, players);
        if (rated is not null)
            await rated(session, batch.Ratings);
    }

    private async Task ApplyFactsAsync(OltpSession session, ProjectionBatch batch)
    {
        if (batch.Facts.Count == 0)
            return;
        var matches = batch.ToMatchRows();
        await session.ExecuteAsync(sql.AddResults, matches);
        await session.ExecuteAsync(sql.LockResults, matches);
        await session.ExecuteAsync(sql.AddFacts, FactRows.Of(batch.Facts));
        await session.ExecuteAsync(sql.AddSquads, FactRows.OfSquads(batch.Facts));
        await session.ExecuteAsync(sql.SetResults, matches);
    }
}
