namespace ShellCorp.Events;

/// <summary>A place on the pitch as the acting team sees it.</summary>
/// <param name="X">Per cent of the length, 0 the own goal line, 100 the opponents'.</param>
/// <param name="Y">Per cent of the width, 0 the left touchline, 100 the right.</param>
[GenerateSerializer, Immutable, Alias("shellcorp.pitch-point")]
public readonly record struct PitchPoint([property: Id(0)] double X, [property: Id(1)] double Y);
