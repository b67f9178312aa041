using SyncGen.Tool.Scaffolding.Schema;

namespace SyncGen.Tool.Scaffolding.Sources;

/// <summary>Reads the schema of a live database of one kind.</summary>
internal interface ISchemaSource
{
    /// <summary>Reads all tables. Changes nothing.</summary>
    /// <exception cref="System.Data.Common.DbException">The database cannot be opened or read.</exception>
    Task<DatabaseSchema> ReadAsync(string connectionString, CancellationToken cancellationToken);
}
