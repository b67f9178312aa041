namespace SyncGen.CodeGeneration.Emission.SqlServer;

/// <summary>The name of something that a script makes unless it is there.</summary>
/// <param name="Quoted">Such as <c>[syncgen_todo_state]</c>.</param>
internal sealed record SqlServerName(string Quoted)
{
    /// <summary>The same as text, for <c>OBJECT_ID</c>: <c>N'[syncgen_todo_state]'</c>.</summary>
    public string Text { get; } = SqlServerIdentifier.Literal(Quoted);

    /// <inheritdoc/>
    public override string ToString() => Quoted;
}
