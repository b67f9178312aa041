namespace SyncGen.CodeGeneration.Emission.SqlServer;

/// <summary>A foreign key that is added when all tables are there.</summary>
/// <param name="Name">The constraint's name, quoted.</param>
/// <param name="Definition">What follows it, from <c>FOREIGN KEY</c> on.</param>
internal sealed record SqlServerRelationView(string Name, string Definition);
