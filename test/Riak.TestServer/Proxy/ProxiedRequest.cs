namespace Riak.TestServer.Proxy;

/// <summary>A request on its way through a <see cref="FaultProxy"/>.</summary>
/// <param name="Number">Counts all requests through the proxy, from 1.</param>
/// <param name="Code">The message code.</param>
public readonly record struct ProxiedRequest(int Number, byte Code)
{
    private const byte Put = 11;
    private const byte Delete = 13;
    private const byte Update = 82;

    /// <summary>Whether it changes an object: put, delete, data type update.</summary>
    public bool IsWrite => Code is Put or Delete or Update;
}
