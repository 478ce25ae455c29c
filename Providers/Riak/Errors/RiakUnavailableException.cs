namespace Riak.Errors;

/// <summary>
/// No node could take the request, or none answered a read in time. Nothing was written: the call may be repeated.
/// <see cref="Exception.InnerException"/> holds what was met: one exception, or an <see cref="AggregateException"/> of one an attempt.
/// </summary>
public sealed class RiakUnavailableException : RiakException
{
    internal RiakUnavailableException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    internal static RiakUnavailableException After(string operation, IReadOnlyList<Exception> failures) => new(
        $"No Riak node could serve '{operation}': {string.Join("; ", failures.Select(failure => failure.Message))}",
        failures.Count == 1 ? failures[0] : new AggregateException(failures));
}
