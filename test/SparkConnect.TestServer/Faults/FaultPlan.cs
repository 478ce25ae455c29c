namespace SparkConnect.TestServer.Faults;

/// <summary>What is to go wrong: each fault once, at the first statement that it is for.</summary>
public sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly List<Fault> _faults = [];

    /// <summary>How many haven't happened yet.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
                return _faults.Count;
        }
    }

    /// <summary>Plans one.</summary>
    public Fault Add(FaultKind kind, string statement, int after = 0)
    {
        var fault = new Fault(kind, statement) { After = after };
        lock (_lock)
            _faults.Add(fault);
        return fault;
    }

    internal Fault? Take(FaultKind kind, string sql)
    {
        lock (_lock)
        {
            var fault = _faults.Find(candidate => candidate.IsFor(kind, sql));
            if (fault is not null)
                _faults.Remove(fault);
            return fault;
        }
    }
}
