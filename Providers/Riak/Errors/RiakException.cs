namespace Riak.Errors;

/// <summary>What every exception of this client derives from, except for wrong arguments and cancellation.</summary>
public abstract class RiakException : Exception
{
    private protected RiakException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
