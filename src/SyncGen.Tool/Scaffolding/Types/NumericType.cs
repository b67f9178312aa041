using System.Globalization;
using SyncGen.CodeGeneration.Model;
using SyncGen.Tool.Scaffolding.Schema;

namespace SyncGen.Tool.Scaffolding.Types;

/// <summary>What columns of decimal digits become.</summary>
internal static class NumericType
{
    /// <summary>As many digits as every whole number of 64 bits has.</summary>
    private const int IntegerDigits = 18;

    /// <summary>As many digits as every .NET decimal holds.</summary>
    private const int DecimalDigits = 28;

    /// <summary>As many digits as SQLite keeps in a column of numbers.</summary>
    private const int ExactDigits = 15;

    /// <summary>A whole number where there are no digits behind the point: a decimal is not fit for a key.</summary>
    public static MappedType Of(ColumnSchema column) => column switch
    {
        { Precision: <= IntegerDigits, Scale: 0 } => StoredType.Int64,
        { Precision: null or > DecimalDigits } => Decimal(column) with
        {
            Caution = $"Its type {column.Declared} may hold more digits than a decimal, which has {DecimalDigits.ToString(CultureInfo.InvariantCulture)}: such a value is reported as unreadable.",
        },
        _ => Decimal(column),
    };

    // With its digits, where each database can keep them so.
    private static MappedType Decimal(ColumnSchema column) => new(StoredType.Decimal)
    {
        StoreType = column is { Precision: <= ExactDigits and var precision, Scale: > 0 and var scale } && scale <= precision
            ? string.Create(CultureInfo.InvariantCulture, $"decimal({precision},{scale})")
            : null,
    };
}
