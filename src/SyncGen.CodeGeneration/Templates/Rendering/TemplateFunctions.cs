using Scriban.Functions;
using Scriban.Runtime;
using SyncGen.CodeGeneration.Emission.CSharp;

namespace SyncGen.CodeGeneration.Templates.Rendering;

/// <summary>
/// The functions at hand: Scriban's, but for those whose answer is not the same in each build, and those that run texts as
/// templates; and a few for C#.
/// </summary>
internal static class TemplateFunctions
{
    /// <summary>Made once: nothing in it can be changed.</summary>
    public static ScriptObject All { get; } = Make();

    private static ScriptObject Make()
    {
        var all = new BuiltinFunctions();
        all.Remove("date");
        all.Remove("timespan");
        Part(all, "math").Remove("random");
        Part(all, "math").Remove("uuid");
        Part(all, "object").Remove("eval");
        Part(all, "object").Remove("eval_template");

        var csharp = new ScriptObject();
        csharp.Import("literal", new Func<string?, string>(text => text is null ? "null" : CSharpLiteral.Quote(text)));
        csharp.Import("identifier", new Func<string, string>(CSharpIdentifier.Escape));
        csharp.Import("camel", new Func<string, string>(Camel));
        all["csharp"] = csharp;

        foreach (var part in all.Values.OfType<ScriptObject>())
        {
            part.IsReadOnly = true;
        }

        all.IsReadOnly = true;
        return all;
    }

    private static ScriptObject Part(ScriptObject all, string name) => (ScriptObject)all[name]!;

    // "ID" is id, "UserId" userId, "Class" @class.
    private static string Camel(string name)
    {
        var length = name.TakeWhile(char.IsUpper).Count();
        var lowered = length == name.Length ? length : Math.Max(1, length - 1);
        return name.Length == 0 ? "" : CSharpIdentifier.Escape(name.Substring(0, lowered).ToLowerInvariant() + name.Substring(lowered));
    }
}
