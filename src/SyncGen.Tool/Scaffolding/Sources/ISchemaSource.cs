using SyncGen.Tool.Scaffolding.Schema;

namespace SyncGen.Tool.Scaffolding.Sources;

/// <summary>Reads the schema of a live database of one kind.</summary>
internal interface ISchemaSource
{
    /// <summary>What messages call the database of a connection string.</summary>
    /// <exception cref="ArgumentException">It is no connection string of the driver.</exception>
    string NameOf(string connectionString);

    /// <summary>Whether an exception is the database's, the driver's or the network's.</summary>
    bool IsFromBelow(Exception exception);

    /// <summary>Says in SyncGen's words what came from below.</summary>
    SyncException Translate(Exception exception, string name);

    /// <summary>Reads all tables. Changes nothing.</summary>
    Task<DatabaseSchema> ReadAsync(string connectionString, CancellationToken cancellationToken);
}
