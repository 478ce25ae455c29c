namespace Riak.TestServer.Cluster;

/// <summary>An error answer with its text; code 0, as Riak's.</summary>
public sealed class ServerErrorException(string text, bool closes = false) : Exception(text)
{
    /// <summary>Whether the connection is closed after it.</summary>
    public bool Closes => closes;
}
