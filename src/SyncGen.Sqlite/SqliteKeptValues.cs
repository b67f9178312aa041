using System.Globalization;
using SyncGen.Model;

namespace SyncGen.Sqlite;

/// <summary>
/// What the columns of a table would make of values because of their declared types. Not of its key's columns: a key is
/// looked for as well as written, and it shows as it is read that it is stored in another form.
/// </summary>
internal sealed class SqliteKeptValues(SqliteAffinity[] affinities, int keyLength)
{
    /// <summary>A longer text is taken for none that looks like a number.</summary>
    private const int NumberCharsMax = 1024;

    /// <summary>The columns of a table; null while nobody has looked at them.</summary>
    public static SqliteKeptValues? Of(SyncTable table, SqliteTypeMap map) =>
        map.AffinitiesOf(table) is { } affinities ? new SqliteKeptValues(affinities, table.KeyLength) : null;

    /// <summary>Whether a column makes text of numbers.</summary>
    public bool MakesText(int ordinal) => AffinityOf(ordinal) == SqliteAffinity.Text;

    /// <summary>Why a decimal cannot be stored; null if it can.</summary>
    public string? WhatBecomesOf(int ordinal, decimal value) => MakesNumbers(ordinal) && !SqliteNumbers.IsKeptAsNumber(value)
        ? $"{value.ToString(CultureInfo.InvariantCulture)}, of which the column's declared type keeps fewer digits"
        : null;

    /// <summary>Why a text cannot be stored; null if it can.</summary>
    public string? WhatBecomesOf(int ordinal, string value) => MakesNumbers(ordinal) && value.Length <= NumberCharsMax
        && !SqliteNumbers.IsKeptAsNumber(value, AffinityOf(ordinal) == SqliteAffinity.Real)
        ? $"the text '{value}', which the column's declared type turns into a number. Declare it TEXT"
        : null;

    /// <summary>Why a character cannot be stored; null if it can.</summary>
    public string? WhatBecomesOf(int ordinal, char value) => MakesNumbers(ordinal) && char.IsAsciiDigit(value)
        ? $"the digit '{value}', which the column's declared type turns into a number: it would be read as a character's code. Declare it TEXT"
        : null;

    private bool MakesNumbers(int ordinal) =>
        ordinal >= keyLength && AffinityOf(ordinal) is (SqliteAffinity.Number or SqliteAffinity.Real);

    private SqliteAffinity AffinityOf(int ordinal) => ordinal < affinities.Length ? affinities[ordinal] : SqliteAffinity.None;
}
