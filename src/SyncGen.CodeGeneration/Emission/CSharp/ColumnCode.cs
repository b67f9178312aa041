using System.Globalization;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>Expressions over one column, as C# writes them.</summary>
/// <param name="column">The column.</param>
/// <param name="ordinal">Its place among the table's columns, from 0.</param>
/// <param name="local">A name for its value where that is not null, unique within the table.</param>
/// <param name="enumStem">What the methods that convert its enum are named after; null unless it is stored by name.</param>
internal sealed class ColumnCode(ColumnModel column, int ordinal, string local, string? enumStem)
{
    private readonly string _property = CSharpIdentifier.Escape(column.Property);
    private readonly string _ordinal = ordinal.ToString(CultureInfo.InvariantCulture);

    public string Property => _property;

    /// <summary>Whether the property may hold null and is asked first.</summary>
    public bool IsNullable => column.IsPropertyNullable;

    /// <summary>Such as <c>reader.IsNull(4) ? null : reader.GetDecimal(4)</c>.</summary>
    public string Read => column.IsPropertyNullable ? $"reader.IsNull({_ordinal}) ? null : {ReadValue}" : ReadValue;

    /// <summary>Such as <c>row.Cost is { } cost</c>.</summary>
    public string IsNotNull => $"row.{_property} is {{ }} {local}";

    /// <summary>Such as <c>writer.SetDecimal(4, cost)</c>.</summary>
    public string WriteValue => Write(IsNullable ? local : "row." + _property);

    /// <summary>Such as <c>writer.SetNull(4)</c>.</summary>
    public string WriteNull => $"writer.SetNull({_ordinal})";

    /// <summary>Such as <c>left.Id == right.Id</c>.</summary>
    public string AreEqual
    {
        get
        {
            var left = "left." + _property;
            var right = "right." + _property;
            if (column.Form is ColumnForm.EnumNumber or ColumnForm.EnumName)
            {
                return $"{left} == {right}";
            }

            if (column.Form == ColumnForm.Direct)
            {
                return Equal(left, right, column.IsPropertyNullable);
            }

            // What travels is compared: the property's own type need not know equality.
            var one = "one" + _ordinal;
            var other = "other" + _ordinal;
            return column.IsPropertyNullable
                ? $"({left} is {{ }} {one} ? {right} is {{ }} {other} && {Equal(Store(one), Store(other), false)} : {right} is null)"
                : Equal(Store(left), Store(right), false);
        }
    }

    /// <summary>The value that a key's hash is made of, such as <c>row.Id</c>.</summary>
    public string Hashed
    {
        get
        {
            var value = column.Form == ColumnForm.Converted ? Store("row." + _property) : "row." + _property;
            return column.Stored switch
            {
                StoredType.Binary => $"BytesHash({value})",
                StoredType.DateTime => value + ".Ticks",
                _ => value,
            };
        }
    }

    /// <summary>The order of two keys by this column, such as <c>left.Id.CompareTo(right.Id)</c>.</summary>
    public string Compared
    {
        get
        {
            var left = column.Form == ColumnForm.Direct ? "left." + _property : Store("left." + _property);
            var right = column.Form == ColumnForm.Direct ? "right." + _property : Store("right." + _property);
            return column.Stored switch
            {
                StoredType.String => $"string.CompareOrdinal({left}, {right})",
                StoredType.Binary => $"BytesOrder({left}, {right})",
                _ when column.Form == ColumnForm.EnumNumber => $"({left}).CompareTo({right})",
                _ => $"{left}.CompareTo({right})",
            };
        }
    }

    /// <summary>What the column's description says beyond its name, type and nullability.</summary>
    public string Settings
    {
        get
        {
            var settings = new List<string>();
            if (column.Property != column.Name)
            {
                settings.Add("Property = " + CSharpLiteral.Quote(column.Property));
            }

            if (column.MaxLength is { } length)
            {
                settings.Add("MaxLength = " + length.ToString(CultureInfo.InvariantCulture));
            }

            if (column.StoreType is { } type)
            {
                settings.Add("StoreType = " + CSharpLiteral.Quote(type));
            }

            if (column.FilterParameter is { } parameter)
            {
                settings.Add("FilterParameter = " + CSharpLiteral.Quote(parameter));
            }

            if (column.FilterAnyOf is { } anyOf)
            {
                settings.Add("FilterAnyOf = " + CSharpLiteral.Quote(anyOf));
            }

            if (column.IsComputed)
            {
                settings.Add("IsComputed = true");
            }

            if (column.FormerNames.Count > 0)
            {
                settings.Add($"FormerNames = [{string.Join(", ", column.FormerNames.Select(CSharpLiteral.Quote))}]");
            }

            if (column.Enum is { } enumType)
            {
                settings.Add("EmptyText = " + CSharpLiteral.Quote(enumType.EmptyName));
            }

            return settings.Count == 0 ? "" : $" {{ {string.Join(", ", settings)} }}";
        }
    }

    /// <summary>Such as <c>new("Id", …Guid, IsNullable: false)</c>.</summary>
    public string Description =>
        $"new({CSharpLiteral.Quote(column.Name)}, global::SyncGen.Model.SyncType.{column.Stored}, "
        + $"IsNullable: {(column.IsNullable ? "true" : "false")}){Settings}";

    private string ReadValue
    {
        get
        {
            var stored = $"reader.Get{column.Stored}({_ordinal})";
            return column.Form switch
            {
                ColumnForm.EnumNumber => $"({column.PropertyType}){stored}",
                ColumnForm.EnumName => $"{enumStem}Named({stored})",
                ColumnForm.Converted => $"{column.Converter}.FromStored({stored})",
                _ => stored,
            };
        }
    }

    private string Write(string value) => $"writer.Set{column.Stored}({_ordinal}, {Store(value)})";

    private string Store(string value) => column.Form switch
    {
        ColumnForm.EnumNumber => $"({CSharpTypes.KeywordOf(column.Stored)}){value}",
        ColumnForm.EnumName => $"NameOf{enumStem}({value})",
        ColumnForm.Converted => $"{column.Converter}.ToStored({value})",
        _ => value,
    };

    private string Equal(string left, string right, bool isNullable) => column.Stored switch
    {
        StoredType.String => $"string.Equals({left}, {right}, global::System.StringComparison.Ordinal)",
        StoredType.Binary => $"AreSameBytes({left}, {right})",
        StoredType.Single or StoredType.Double => isNullable ? $"global::System.Nullable.Equals({left}, {right})" : $"{left}.Equals({right})",
        StoredType.DateTime => isNullable ? $"{left}?.Ticks == {right}?.Ticks" : $"{left}.Ticks == {right}.Ticks",
        StoredType.DateTimeOffset => $"AreSameMoments({left}, {right})",
        _ => $"{left} == {right}",
    };
}
