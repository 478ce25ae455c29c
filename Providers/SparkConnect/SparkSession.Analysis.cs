using SparkConnect.Operations;
using SparkConnect.Results;
using SparkConnect.Statements;
using SparkConnect.Wire;

namespace SparkConnect;

public sealed partial class SparkSession
{
    /// <summary>The server's version, for example <c>3.5.2</c>.</summary>
    public async Task<string> GetVersionAsync(CancellationToken cancellation = default) =>
        (await AnalyzeAsync(new AnalyzePlanRequest { SparkVersion = new() }, cancellation)).SparkVersion.Version;

    /// <summary>The columns that a query would bring; it isn't run.</summary>
    public async Task<IReadOnlyList<SparkField>> GetSchemaAsync(SparkStatement query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return TypeNames.Fields((await AnalyzeAsync(new AnalyzePlanRequest { Schema = new() { Plan = Requests.Query(query) } }, cancellation)).Schema.Schema_);
    }

    /// <summary>How Spark would run a query, as text.</summary>
    public async Task<string> ExplainAsync(SparkStatement query, SparkExplainMode mode = SparkExplainMode.Simple, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var explain = new AnalyzePlanRequest.Types.Explain { Plan = Requests.Query(query), ExplainMode = (AnalyzePlanRequest.Types.Explain.Types.ExplainMode)mode };
        return (await AnalyzeAsync(new AnalyzePlanRequest { Explain = explain }, cancellation)).Explain.ExplainString;
    }

    /// <summary>The columns that a list of columns as in DDL names, for example <c>a int, b string not null</c>.</summary>
    public async Task<IReadOnlyList<SparkField>> ParseColumnsAsync(string columns, CancellationToken cancellation = default) =>
        TypeNames.Fields((await AnalyzeAsync(new AnalyzePlanRequest { DdlParse = new() { DdlString = columns } }, cancellation)).DdlParse.Parsed);

    private Task<AnalyzePlanResponse> AnalyzeAsync(AnalyzePlanRequest request, CancellationToken cancellation)
    {
        (request.SessionId, request.UserContext) = (_id, _user);
        return _calls.AskAsync("analysis", call => _calls.Stub.AnalyzePlanAsync(request, call), cancellation);
    }
}
