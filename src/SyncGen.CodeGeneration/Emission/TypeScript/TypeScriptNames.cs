using System.Globalization;
using SyncGen.CodeGeneration.Emission.CSharp;

namespace SyncGen.CodeGeneration.Emission.TypeScript;

/// <summary>The names of a file's types, of which none is given twice, and of members.</summary>
internal sealed class TypeScriptNames
{
    // What no interface may be called: words of the language, and its own types.
    private static readonly string[] s_reserved =
    [
        "any", "arguments", "as", "asserts", "async", "await", "bigint", "boolean", "break", "case", "catch", "class", "const", "continue", "debugger", "declare",
        "default", "delete", "do", "else", "enum", "eval", "export", "extends", "false", "finally", "for", "from", "function", "if", "implements", "import", "in",
        "infer", "instanceof", "interface", "is", "keyof", "let", "module", "namespace", "never", "new", "null", "number", "object", "of", "package", "private",
        "protected", "public", "readonly", "require", "return", "static", "string", "super", "switch", "symbol", "this", "throw", "true", "try", "type", "typeof",
        "undefined", "unique", "unknown", "var", "void", "while", "with", "yield",
    ];

    private readonly HashSet<string> _taken = new(s_reserved, StringComparer.Ordinal);

    /// <summary>The name for a type, or, where that is given already, with an underscore, or else the first number from 2 on that makes it free.</summary>
    public string Take(string name)
    {
        var taken = _taken.Add(name) ? name : _taken.Add(name + "_") ? name + "_" : null;
        for (var number = 2; taken is null; number++)
        {
            var numbered = name + number.ToString(CultureInfo.InvariantCulture);
            taken = _taken.Add(numbered) ? numbered : null;
        }

        return taken;
    }

    /// <summary>The name of a member, in quotes unless it is plain. C#'s escapes are all JavaScript's, too.</summary>
    public static string Member(string name) => name.Length > 0 && !char.IsDigit(name[0]) && name.All(IsPlain) ? name : CSharpLiteral.Quote(name);

    private static bool IsPlain(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '$';
}
