using SyncGen.Model;

namespace SyncGen.AspNetCore.Former;

/// <summary>A row of a table that there is no more.</summary>
internal sealed record GoneRow(RowValues Values);
