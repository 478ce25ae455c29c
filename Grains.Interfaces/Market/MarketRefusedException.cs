using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Market;

/// <summary>A request to the market that can't be done as it stands. Nothing of it was done, and to send it again changes nothing.</summary>
[GenerateSerializer, Alias("shellcorp.market-refused")]
public sealed class MarketRefusedException : Exception
{
    /// <summary>Refuses a request.</summary>
    /// <param name="errors">What is wrong, one entry a field; at least one.</param>
    public MarketRefusedException(ImmutableArray<FieldError> errors)
        : base($"The request is refused: {string.Join("; ", errors)}") => Errors = errors;

    /// <summary>Refuses a request for one field.</summary>
    public MarketRefusedException(string field, object? value, string reason)
        : this([new(field, value?.ToString(), reason)])
    {
    }

    /// <summary>What is wrong, one entry a field.</summary>
    [Id(0)] public ImmutableArray<FieldError> Errors { get; }
}
