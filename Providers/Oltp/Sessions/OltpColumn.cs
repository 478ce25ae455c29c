namespace Oltp.Sessions;

/// <summary>A column of <see cref="OltpRows"/>.</summary>
internal sealed record OltpColumn(string Name, Array Values);
