namespace SyncGen.CodeGeneration.Findings;

/// <summary>SYNC09xx: uses of what is generated, and of the library. They are no part of a model: analyzers of the compiler find them.</summary>
internal static class UseRules
{
    public static readonly Rule OpenService = new(
        "SYNC0901",
        RuleSeverity.Warning,
        "Service is open to everybody",
        "'{0}' serves a scope to whoever asks: add RequireAuthorization(), or AllowAnonymous() if that is meant");

    public static readonly Rule SameStore = new(
        "SYNC0902",
        RuleSeverity.Warning,
        "Store meets itself",
        "'{0}' is given twice, and a store cannot meet itself: this throws; give another store");

    public static readonly Rule NotAwaited = new(
        "SYNC0903",
        RuleSeverity.Warning,
        "Work of a store is not awaited",
        "Nobody awaits '{0}', so that its errors are lost and the store may be disposed of meanwhile: await it in an async method, or return it");

    public static readonly Rule UsedAfterDispose = new(
        "SYNC0904",
        RuleSeverity.Warning,
        "Store is used after it is disposed of",
        "'{0}' is disposed of before it is used here: this throws; dispose of it when nobody needs it any more");

    public static readonly Rule UnreadAttribute = new(
        "SYNC0905",
        RuleSeverity.Warning,
        "Attribute is read nowhere",
        "[{0}] on '{1}' says nothing, since {2}: {3}");

    public static readonly Rule TwoLeaves = new(
        "SYNC0906",
        RuleSeverity.Warning,
        "Leaf meets a leaf",
        "'{0}' is opened as a leaf, which has one hub and is none: this throws; open the hub as a peer, with SyncRole.Peer");

    public static readonly Rule TwoScopes = new(
        "SYNC0907",
        RuleSeverity.Warning,
        "Stores of two scopes meet",
        "'{0}' is a store of '{1}', and what it meets one of '{2}': this throws; make both with the same scope class");

    public static readonly Rule HooksOutsideScope = new(
        "SYNC0908",
        RuleSeverity.Warning,
        "Hooks for rows that are not in the scope",
        "The scope '{0}' has no rows of '{1}', so that these hooks would never be called: this throws; list '{1}' in the scope, or remove the hooks");
}
