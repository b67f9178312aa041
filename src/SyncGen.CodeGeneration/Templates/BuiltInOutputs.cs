using SyncGen.CodeGeneration.Emission.CSharp;
using SyncGen.CodeGeneration.Emission.Sql;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Templates;

/// <summary>What SyncGen prints by itself: what a template may replace, what it may not, and why.</summary>
internal static class BuiltInOutputs
{
    private static readonly Dictionary<string, BuiltInOutput> s_replaceable = new(StringComparer.Ordinal)
    {
        ["services"] = BuiltInOutput.Services,
        ["endpoints"] = BuiltInOutput.Endpoints,
    };

    private static readonly Dictionary<string, string> s_fixed = new(StringComparer.Ordinal)
    {
        ["scope"] = "stores know each other by the fingerprint, the order of tables and the filters that it holds",
        ["table"] = "it reads, writes and compares rows, and a slip would garble or lose them in every store",
        ["sql"] = "triggers and tracking tables keep the promise that no edit is lost, and scripts of two stores must agree",
        ["entity"] = "other projects read the model from its attributes; it is partial, so add to it by a template with 'for: entity'",
    };

    /// <summary>The names of what may be replaced.</summary>
    public static IEnumerable<string> Replaceable => s_replaceable.Keys;

    /// <summary>The file that a name stands for; none if it may not be replaced.</summary>
    public static BuiltInOutput Find(string name) => s_replaceable.TryGetValue(name, out var output) ? output : BuiltInOutput.None;

    /// <summary>Why a file must stay; null if there is none of that name.</summary>
    public static string? WhyFixed(string name) => s_fixed.TryGetValue(name, out var reason) ? reason : null;

    /// <summary>What is left of a project's options where templates replace files.</summary>
    public static HostOptions Without(HostOptions options, BuiltInOutput replaced) => options with
    {
        HasServices = options.HasServices && !replaced.HasFlag(BuiltInOutput.Services),
        HasEndpoints = options.HasEndpoints && !replaced.HasFlag(BuiltInOutput.Endpoints),
    };

    /// <summary>The names of all files that SyncGen prints for a project, in <see cref="ProjectEmitter"/> and beside it.</summary>
    /// <param name="scopes">The scopes.</param>
    /// <param name="entities">The entities whose classes are emitted, too.</param>
    public static IEnumerable<string> NamesOf(IEnumerable<ScopeModel> scopes, IEnumerable<EntityDeclaration> entities) =>
        entities.Select(e => CSharpFile.NameOf(e.Type, "Entity"))
            .Concat(scopes.SelectMany(s => s.Tables.Select(t => t.Codec).Concat([null, "Services", "Endpoints"]).Select(part => CSharpFile.NameOf(s.Class.Type, part))))
            .Concat([ScriptBundle.FileName]);
}
