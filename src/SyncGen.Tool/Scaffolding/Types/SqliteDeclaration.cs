using System.Globalization;
using System.Text.RegularExpressions;
using SyncGen.Tool.Scaffolding.Schema;

namespace SyncGen.Tool.Scaffolding.Types;

/// <summary>A column's type as it is declared to SQLite, which takes any words: <c>NVARCHAR(160)</c>, <c>NUMERIC(10,2)</c>.</summary>
/// <param name="Text">The whole.</param>
/// <param name="Words">The words before the parenthesis, in lower case.</param>
/// <param name="First">The first number in parentheses.</param>
/// <param name="Second">The second one.</param>
internal sealed partial record SqliteDeclaration(string Text, string Words, int? First, int? Second)
{
    private const string Generated = "GENERATED ALWAYS";

    public static SqliteDeclaration Of(string type)
    {
        // SQLite counts the words that make a column a computed one to its type.
        var text = type.EndsWith(Generated, StringComparison.OrdinalIgnoreCase) ? type[..^Generated.Length].TrimEnd() : type;
        var match = Form().Match(text);
        return new SqliteDeclaration(text, match.Groups["words"].Value.Trim().ToLowerInvariant(), Number(match.Groups["first"]), Number(match.Groups["second"]));
    }

    public ColumnSchema ToColumn(string name) => new(name, Words, Text) { Length = First, Precision = First, Scale = Second ?? 0 };

    private static int? Number(Group group) =>
        int.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^(?<words>[^(]*)(\(\s*(?<first>\d+)\s*(,\s*(?<second>\d+)\s*)?\))?")]
    private static partial Regex Form();
}
