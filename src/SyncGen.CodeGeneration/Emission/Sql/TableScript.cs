namespace SyncGen.CodeGeneration.Emission.Sql;

/// <summary>The SQL of one table for one kind of database; the parts are those of the runtime's <c>RelationalTableScripts</c>.</summary>
internal sealed record TableScript(string CreateTable, string CreateLog, string CreatePeer, string CreateLeaf, string Drop)
{
    /// <summary>Adds the foreign keys that wait until all tables are there; empty where there are none.</summary>
    public string CreateRelations { get; init; } = "";

    /// <summary>Takes them away again.</summary>
    public string DropRelations { get; init; } = "";

    /// <summary>Creates what a peer keeps of the parts in which rows lie; empty where no filter decides over the table.</summary>
    public string CreatePart { get; init; } = "";

    /// <summary>What adds the columns: first those that travel, in their order, then those that the scope leaves out.</summary>
    public EquatableArray<ColumnScript> Columns { get; init; }

    /// <summary>Adds the scripts of a table that filters decide over.</summary>
    /// <param name="view">What they print; null where no filter decides.</param>
    /// <param name="render">Renders a template.</param>
    public TableScript With(object? view, Func<string, object, string> render) => view is null
        ? this
        : this with { CreatePart = render("CreatePart", view), Drop = $"{Drop}\n{render("DropPart", view)}" };
}
