namespace ShellCorp.Events;

/// <summary>What is wrong with one field of an event.</summary>
/// <param name="Field">The JSON path, such as <c>minute</c> or <c>sheet.home.squad[3].name</c>; empty for the event as a whole.</param>
/// <param name="Value">The offending value as it was given, shortened to 100 characters; null where the field is missing.</param>
/// <param name="Reason">What is allowed and why this isn't.</param>
[GenerateSerializer, Immutable, Alias("shellcorp.field-error.v1")]
public sealed record FieldError(
    [property: Id(0)] string Field,
    [property: Id(1)] string? Value,
    [property: Id(2)] string Reason)
{
    /// <summary>Field, value and reason in one line.</summary>
    public override string ToString() => Value is null ? $"{Field}: {Reason}" : $"{Field}: '{Value}': {Reason}";
}
