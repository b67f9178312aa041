namespace SyncGen.CodeGeneration.Emission.MySql;

/// <summary>What the templates of a table's SQL print: quoted names and expressions over them.</summary>
internal sealed record MySqlTableView
{
    public required string Table { get; init; }

    public required string Log { get; init; }

    public required string Track { get; init; }

    public required string Edit { get; init; }

    public required string Seen { get; init; }

    public required string InsertTrigger { get; init; }

    public required string UpdateTrigger { get; init; }

    public required string DeleteTrigger { get; init; }

    /// <summary>The trigger that the runtime makes where foreign keys take children along, of which no trigger of theirs hears.</summary>
    public required string CascadeTrigger { get; init; }

    /// <summary>The same where children follow columns of their parent that change.</summary>
    public required string RekeyTrigger { get; init; }

    /// <summary>The condition under which the triggers are quiet.</summary>
    public required string IsMuted { get; init; }

    /// <summary>The columns and constraints of the application's table.</summary>
    public required EquatableArray<string> Definitions { get; init; }

    /// <summary>The foreign keys that are added when all tables are there.</summary>
    public required EquatableArray<MySqlRelationView> Relations { get; init; }

    /// <summary>Such as <c>k0, k1</c>.</summary>
    public required string Keys { get; init; }

    /// <summary>Such as <c>t.`Id` AS k0</c>: the types of the application's table, and their collations.</summary>
    public required string TableKeys { get; init; }

    /// <summary>Such as <c>NEW.`Id`</c>.</summary>
    public required string NewKeys { get; init; }

    /// <summary>Such as <c>OLD.`Id`</c>.</summary>
    public required string OldKeys { get; init; }

    /// <summary>The condition under which an update leaves the key as it was.</summary>
    public required string SameKey { get; init; }

    /// <summary>The condition under which an update leaves the scope's columns as they were; null where the scope has all columns.</summary>
    public required string? SameImage { get; init; }
}
