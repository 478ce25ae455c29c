using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace ShellCorp.Events.Json;

/// <summary>An event, or why it can't be taken.</summary>
/// <typeparam name="T">The event.</typeparam>
public sealed record ReadResult<T>
    where T : class
{
    /// <summary>The event's identity as far as it could be read, otherwise an empty string; answers name it also for what is refused.</summary>
    public required string Id { get; init; }

    /// <summary>The event; null where <see cref="Errors"/> has any.</summary>
    public T? Value { get; init; }

    /// <summary>What is wrong, one entry a field.</summary>
    public ImmutableArray<FieldError> Errors { get; init; } = [];

    /// <summary>Whether there is an event.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsValid => Value is not null;

    internal static ReadResult<T> From(string id, T value, FieldErrors errors) => errors.Any
        ? new() { Id = id, Errors = errors.ToImmutable() }
        : new() { Id = id, Value = value };
}
