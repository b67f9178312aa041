using System.Globalization;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>What the template of a scope prints of a filter parameter.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Property">The property of the scope's filter.</param>
/// <param name="Type">The property's type.</param>
/// <param name="IsList">Whether it is a list.</param>
/// <param name="IsNullable">Whether its values may be null.</param>
/// <param name="Description">The constructor call that describes it.</param>
/// <param name="Item">A name for a value of a list.</param>
/// <param name="Local">A name for a value that is not null.</param>
/// <param name="WriteValue">Such as <c>writer.SetString(0, Owner)</c>.</param>
/// <param name="WriteNull">Such as <c>writer.SetNull(0)</c>.</param>
internal sealed record ParameterView(
    string Name,
    string Property,
    string Type,
    bool IsList,
    bool IsNullable,
    string Description,
    string Item,
    string Local,
    string WriteValue,
    string WriteNull)
{
    public static ParameterView Of(ParameterModel parameter, int ordinal)
    {
        var column = parameter.Column;
        var bare = column.PropertyType.Length > 0 ? column.PropertyType : CSharpTypes.NameOf(column.Stored);
        var item = parameter.IsNullable ? bare + "?" : bare;
        var property = CSharpIdentifier.Escape(parameter.Property);
        var number = ordinal.ToString(CultureInfo.InvariantCulture);
        var local = "value" + number;
        var value = parameter.IsNullable ? local : parameter.IsList ? "item" + number : property;
        return new ParameterView(
            parameter.Name,
            property,
            parameter.IsList ? $"global::System.Collections.Generic.IReadOnlyList<{item}>" : item,
            parameter.IsList,
            parameter.IsNullable,
            $"new({CSharpLiteral.Quote(parameter.Name)}, global::SyncGen.Model.SyncType.{column.Stored}, "
                + $"IsNullable: {(parameter.IsNullable ? "true" : "false")}, IsList: {(parameter.IsList ? "true" : "false")})",
            "item" + number,
            local,
            $"writer.Set{column.Stored}({number}, {Stored(column, value)})",
            $"writer.SetNull({number})");
    }

    private static string Stored(ColumnModel column, string value) => column.Form switch
    {
        ColumnForm.EnumNumber => $"({CSharpTypes.KeywordOf(column.Stored)}){value}",
        ColumnForm.Converted => $"{column.Converter}.ToStored({value})",
        _ => value,
    };
}
