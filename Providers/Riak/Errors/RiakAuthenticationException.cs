namespace Riak.Errors;

/// <summary>TLS could not be agreed on or the user was refused, before any request was sent. Nothing was written.</summary>
public sealed class RiakAuthenticationException : RiakException
{
    internal RiakAuthenticationException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
