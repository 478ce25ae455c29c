namespace Riak.TestServer.Proxy;

/// <summary>
/// Faults for writes by chance, the same for the same seed and order of requests: lost answers, lost requests, cuts and held requests.
/// </summary>
/// <param name="seed">To be printed by the test.</param>
/// <param name="droppedAnswers">The share of writes whose answer is lost: 0 to 1.</param>
/// <param name="heldRequests">The share that is held.</param>
/// <param name="otherFaults">The share that meets one of the other faults: dropped requests, cut requests, cut answers.</param>
public sealed class SeededFaults(int seed, double droppedAnswers, double heldRequests = 0, double otherFaults = 0)
{
    private static readonly Fault[] Others = [Fault.DropRequest, Fault.CutRequest, Fault.CutAnswer];

    private readonly Random _random = new(seed);
    private readonly Lock _lock = new();

    /// <summary>For <see cref="FaultProxy.Decide"/>.</summary>
    /// <param name="request">Reads always pass.</param>
    public Fault Choose(ProxiedRequest request)
    {
        if (!request.IsWrite)
            return Fault.None;
        lock (_lock)
        {
            var chance = _random.NextDouble();
            if (chance < droppedAnswers)
                return Fault.DropAnswer;
            if (chance < droppedAnswers + heldRequests)
                return Fault.Hold(after: 1 + _random.Next(3));
            return chance < droppedAnswers + heldRequests + otherFaults ? Others[_random.Next(Others.Length)] : Fault.None;
        }
    }
}
