namespace Riak.TestServer.Proxy;

/// <summary>What befalls a request, with what it needs.</summary>
public sealed record Fault
{
    private Fault(FaultKind kind) => Kind = kind;

    /// <summary>Nothing befalls it.</summary>
    public static Fault None { get; } = new(FaultKind.None);

    /// <summary>See <see cref="FaultKind.DropRequest"/>.</summary>
    public static Fault DropRequest { get; } = new(FaultKind.DropRequest);

    /// <summary>See <see cref="FaultKind.DropAnswer"/>.</summary>
    public static Fault DropAnswer { get; } = new(FaultKind.DropAnswer);

    /// <summary>See <see cref="FaultKind.SwallowAnswer"/>.</summary>
    public static Fault SwallowAnswer { get; } = new(FaultKind.SwallowAnswer);

    /// <summary>See <see cref="FaultKind.CutRequest"/>.</summary>
    public static Fault CutRequest { get; } = new(FaultKind.CutRequest);

    /// <summary>See <see cref="FaultKind.CutAnswer"/>.</summary>
    public static Fault CutAnswer { get; } = new(FaultKind.CutAnswer);

    /// <summary>What it is.</summary>
    public FaultKind Kind { get; }

    /// <summary>Of a delay: what it waits for.</summary>
    public Task Until { get; private init; } = Task.CompletedTask;

    /// <summary>Of a held request: how many requests are answered before it is carried out.</summary>
    public int After { get; private init; } = 1;

    /// <summary>See <see cref="FaultKind.Delay"/>.</summary>
    /// <param name="until">A gate of the test, or a time.</param>
    public static Fault Delay(Task until) => new(FaultKind.Delay) { Until = until };

    /// <summary>See <see cref="FaultKind.Hold"/>.</summary>
    /// <param name="after">1: it comes right after the client's next request.</param>
    public static Fault Hold(int after = 1) => new(FaultKind.Hold) { After = after };
}
