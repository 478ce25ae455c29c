namespace ShellCorp.Web.Api.Market;

/// <summary>A note.</summary>
public sealed record NoteBody(string Note = "");
