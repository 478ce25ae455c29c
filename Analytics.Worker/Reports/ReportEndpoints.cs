namespace ShellCorp.Analytics.Reports;

/// <summary>The reports over HTTP.</summary>
public static class ReportEndpoints
{
    /// <summary>Adds what <see cref="MapReports"/> needs.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.AddSingleton<ReportReader>();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull);
        return services.AddOpenApi("v1");
    }

    /// <summary>Maps the reports below <c>/reports</c>, and their description at <c>/openapi/v1.json</c>.</summary>
    public static void MapReports(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        Map(app, "/reports/players/{playerId}/form", "A player's form over time", read =>
            MatchReports.PlayerForm(read.Id("playerId"), read.Filter()));
        Map(app, "/reports/seasons/{season}", "Players of a season (2018, or 2017-2018 for July to June), the best first; minMinutes (0) leaves out who played less", SeasonOf);
        Map(app, "/reports/clubs/ranking", "Clubs by their average in each period; interval is day, week, month or window", read =>
            MatchReports.ClubRanking(read.Filter(), read.Word("interval", ReportSql.Intervals, "week")));
        Map(app, "/reports/matches/{matchId}/timeline", "The facts of a match", read => MatchReports.Timeline(read.Id("matchId")));
        Map(app, "/reports/ratings/distribution", "Last ratings by half points", read => MatchReports.Distribution(read.Filter()));
        Map(app, "/reports/averages", "Averages over windows in event time; scope is player, team, match or competition, id one of them", read =>
            LogReports.Averages(read.Filter(), read.Word("scope", LogReports.Scopes), read.Text("id", "")));
        Map(app, "/reports/market", "Pitches, response rates and times to answer; interval is day, week, month or window (the transfer windows)", read =>
            LogReports.Market(read.Filter(), read.Word("interval", ReportSql.Intervals, "window")));
        Map(app, "/reports/freshness", "How far each partition of the log is loaded", _ => LogReports.Freshness());
    }

    private static void Map<TRow>(WebApplication app, string path, string summary, Func<ReportParameters, Report<TRow>> make) =>
        app.MapGet(path, (HttpRequest request, ReportReader reader, CancellationToken token) => ReportAnswer.OfAsync(request, reader, make, token))
            .WithName(typeof(TRow).Name.Replace("Row", "", StringComparison.Ordinal))
            .WithSummary(summary)
            .WithDescription("Pages: limit (100, at most 1000) and after, the last page's next. format is json, csv or parquet; the latter two are whole pages too. Times are UTC; from is included, to is not.")
            .Produces<ReportPage<TRow>>(200)
            .Produces<ParameterProblem>(400, ParameterProblem.MediaType);

    private static Report<SeasonRow> SeasonOf(ReportParameters read)
    {
        var (season, filter, minutes) = (read.Season("season"), read.Filter(), read.Number("minMinutes", 0, 100_000, 0));
        var narrowed = filter with { From = filter.From > season.From ? filter.From : season.From, To = filter.To < season.To ? filter.To : season.To };
        return MatchReports.Season(narrowed, minutes);
    }
}
