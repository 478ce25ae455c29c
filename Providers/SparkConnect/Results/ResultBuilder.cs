using Apache.Arrow;
using SparkConnect.Errors;
using SparkConnect.Wire;

namespace SparkConnect.Results;

/// <summary>Puts a result together from its responses.</summary>
internal sealed class ResultBuilder
{
    private readonly List<RecordBatch> _batches = [];
    private IReadOnlyList<SparkField>? _schema;
    private bool _isQuery;

    public void Add(ExecutePlanResponse response)
    {
        if (response.Schema is { } schema)
            _schema = TypeNames.Fields(schema);
        if (response.ArrowBatch is { } batch)
            _batches.AddRange(ArrowData.Read(batch));
        if (response.SqlCommandResult is { } result)
            Add(result.Relation);
    }

    public SparkResult Build() => new(_batches, _schema, _isQuery);

    private void Add(Relation relation)
    {
        if (relation.RelTypeCase == Relation.RelTypeOneofCase.LocalRelation)
            _batches.AddRange(ArrowData.Read(relation.LocalRelation.Data));
        else if (relation.RelTypeCase == Relation.RelTypeOneofCase.Sql)
            _isQuery = true;
        else
            throw new SparkProtocolException("The server answered a command with a relation that is neither rows nor SQL.");
    }
}
