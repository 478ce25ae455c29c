namespace Oltp.Migrations;

/// <summary>One step of a schema. Once released it is never changed: what follows is another step.</summary>
/// <param name="Name">Its name in the journal; steps are applied in the order of their names, so they begin with a number.</param>
/// <param name="Sql">Its statements, applied in one transaction.</param>
public sealed record Migration(string Name, string Sql);
