namespace ShellCorp.Analytics.Reports;

/// <summary>Answers a request for a report.</summary>
internal static class ReportAnswer
{
    /// <summary>The header that tells where the next page of a download begins.</summary>
    public const string NextHeader = "X-Next";

    private const int MaxLimit = 1000;
    private const int MaxDownload = 100_000;
    private static readonly string[] Formats = ["json", "csv", "parquet"];

    public static async Task<IResult> OfAsync<TRow>(
        HttpRequest request, ReportReader reader, Func<ReportParameters, Report<TRow>> make, CancellationToken cancellationToken)
    {
        var read = new ReportParameters(request);
        var report = make(read);
        var format = read.Word("format", Formats, "json");
        var most = format == "json" ? MaxLimit : MaxDownload;
        var limit = read.Number("limit", 1, most, format == "json" ? 100 : most);
        var cursor = read.Text("after", "");
        var after = cursor.Length == 0 ? null : Keyset.Decode(cursor, report.Order.Length);
        if (cursor.Length > 0 && after is null)
            read.Refuse("after", cursor, "must be the next of the page before, of the same report");
        if (read.Errors is { Count: > 0 } errors)
            return Results.Json(ParameterProblem.Of(errors), statusCode: 400, contentType: ParameterProblem.MediaType);

        var page = await reader.ReadAsync(report, limit, after, cancellationToken);
        if (page.Next is { } next)
            request.HttpContext.Response.Headers[NextHeader] = next;
        var name = typeof(TRow).Name.Replace("Row", "", StringComparison.Ordinal);
        return format switch
        {
            "csv" => Results.Bytes(ReportFile.Csv(page.Items), "text/csv; charset=utf-8", $"{name}.csv"),
            "parquet" => Results.Bytes(ReportFile.Parquet(page.Items), "application/vnd.apache.parquet", $"{name}.parquet"),
            _ => Results.Ok(page),
        };
    }
}
