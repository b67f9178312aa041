using System.Text;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>The expressions that make a row.</summary>
internal sealed class RowCode(TableModel table, IReadOnlyList<ColumnCode> columns)
{
    private const string Blanks = "        ";

    /// <summary>The row with all its columns.</summary>
    public string Read => Construct(table.Columns.Count);

    /// <summary>The row with its key alone.</summary>
    public string ReadKey => Construct(table.KeyLength);

    private string Construct(int columnCount)
    {
        var arguments = table.Construction.Arguments.Select(a => Argument(a, columnCount)).OfType<string>().ToArray();
        var text = new StringBuilder("new(");
        for (var i = 0; i < arguments.Length; i++)
        {
            text.Append(i == 0 ? "\n" : ",\n").Append(Blanks).Append("    ").Append(arguments[i]);
        }

        text.Append(')');
        var initializers = Initializers(columnCount);
        if (initializers.Count == 1 && arguments.Length == 0)
        {
            return text.Append(" { ").Append(initializers[0]).Append(" }").ToString();
        }

        if (initializers.Count > 0)
        {
            text.Append('\n').Append(Blanks).Append("{\n");
            foreach (var initializer in initializers)
            {
                text.Append(Blanks).Append("    ").Append(initializer).Append(",\n");
            }

            text.Append(Blanks).Append('}');
        }

        return text.ToString();
    }

    // Arguments are named, so that those which have a value of their own can be left out.
    private string? Argument(ConstructorArgument argument, int columnCount)
    {
        var name = CSharpIdentifier.Escape(argument.Parameter);
        var ordinal = OrdinalOf(argument.Property);
        if (ordinal >= 0 && ordinal < columnCount)
        {
            return $"{name}: {columns[ordinal].Read}";
        }

        return argument.IsOptional ? null : $"{name}: {Default(argument.IsValueType)}";
    }

    private List<string> Initializers(int columnCount)
    {
        var initializers = new List<string>();
        var required = table.Construction.RequiredMembers;
        for (var i = 0; i < columnCount; i++)
        {
            var property = table.Columns[i].Property;
            if (!IsBound(property) || required.Any(m => m.Name == property))
            {
                initializers.Add($"{columns[i].Property} = {columns[i].Read}");
            }
        }

        foreach (var member in required)
        {
            var ordinal = OrdinalOf(member.Name);
            if (ordinal < 0 || ordinal >= columnCount)
            {
                initializers.Add($"{CSharpIdentifier.Escape(member.Name)} = {Default(member.IsValueType)}");
            }
        }

        return initializers;
    }

    private static string Default(bool isValueType) => isValueType ? "default" : "default!";

    private bool IsBound(string property) => table.Construction.Arguments.Any(a => a.Property == property);

    private int OrdinalOf(string property)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (table.Columns[i].Property == property)
            {
                return i;
            }
        }

        return -1;
    }
}
