using System.Text;

namespace SyncGen.CodeGeneration.Tests.Declared;

/// <summary>Names that would break out of quotes, literals, comments or templates if something did not hold them in.</summary>
internal static class HostileNames
{
    private static readonly string[] s_pieces =
    [
        "\"", "\"\"", "\"\"\"", "'", "`", "[", "]", "\\", "\\n", "\n", "\r", "\r\n", "\t", " ", "{{", "}}", "{{ x }}", "{%", "{", "}", "$", "${x}", "--", "/*", "*/",
        "//", ";", "(", ")", ",", "@", "#", "\u0085", "\u2028", "\u202e", "\u200d", "\ufeff", "é", "е", "名", "😀", "ﬁ", "select", "Order Details", "NULL", "0", "<c>", "&amp;",
    ];

    public static IReadOnlyList<string> Fixed { get; } =
    [
        "a\"b", "été", "{{", "{{ Table }}", "\"\"\"", "line\nbreak", "carriage\r\nreturn", "select", "Order Details", "';--", "*/", "[x]", "`x`", " ", "  leading", "trailing  ",
        "\n", "\n\n  \n", "\t", "\\", "\\\"", "\u202e", "\u0001", "😀", new string('n', 128), new string('"', 20), "a.b", "main.x", "0", "-", "_log",
    ];

    /// <summary>Some name made of such pieces, the same for the same seed.</summary>
    public static string Random(Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            text.Append(s_pieces[random.Next(s_pieces.Length)]);
        }

        return text.ToString();
    }
}
