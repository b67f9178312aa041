using SyncGen.Model;

namespace SyncGen.MySql;

/// <summary>A trigger of a parent that logs what foreign keys do to its children.</summary>
/// <param name="Parent">The parent.</param>
/// <param name="Name">The trigger's name, quoted, with its schema.</param>
/// <param name="Create">The statement that creates it; null where foreign keys do nothing, so that there is to be none.</param>
/// <param name="Children">The tables whose rows it logs.</param>
internal sealed record MySqlParentTrigger(SyncTable Parent, string Name, string? Create, IReadOnlyCollection<SyncTable> Children);
