namespace ShellCorp.Silo.Projection.Tables;

/// <summary>A position isn't where a batch begins: somebody else has projected it, or a replay has set it anew. Nothing was written.</summary>
internal sealed class PositionMovedException() : Exception("A position of the projection isn't where the batch begins; nothing was written.");
