using System.Globalization;
using System.Text;
using SyncGen.OData.Values;

namespace SyncGen.OData.Schema;

/// <summary>Writes the key of an id.</summary>
internal sealed class EntityIdWriter(StringBuilder text) : TextRowWriter
{
    private int _count;

    public string Finish() => text.Append(')').ToString();

    public override void SetNull(int ordinal) => Name(ordinal).Append("null");

    public override void SetBoolean(int ordinal, bool value) => Name(ordinal).Append(value ? "true" : "false");

    // Quotes are doubled, and what an address gives another meaning is escaped, so that any text comes back as it was.
    public override void SetString(int ordinal, string value) =>
        Name(ordinal).Append('\'').Append(Escape(value).Replace("'", "''", StringComparison.Ordinal)).Append('\'');

    public override void SetDateTime(int ordinal, DateTime value) => Quoted(ordinal, "datetime", value.ToString(ValueFormats.DateTime, CultureInfo.InvariantCulture));

    public override void SetDateTimeOffset(int ordinal, DateTimeOffset value) =>
        Quoted(ordinal, "datetimeoffset", value.ToString(ValueFormats.DateTimeOffset, CultureInfo.InvariantCulture));

    public override void SetTimeSpan(int ordinal, TimeSpan value) => Quoted(ordinal, "time", TextOf(value));

    protected override void Number<TValue>(int ordinal, TValue value, string? format) => Name(ordinal).Append(value.ToString(format, CultureInfo.InvariantCulture));

    protected override void NotANumber(int ordinal, string text) => Name(ordinal).Append(text);

    protected override void Plain<TValue>(int ordinal, TValue value) => Quoted(ordinal, "guid", value.ToString(null, CultureInfo.InvariantCulture));

    protected override void Base64(int ordinal, byte[] value) => Quoted(ordinal, "binary", Convert.ToHexString(value));

    private void Quoted(int ordinal, string kind, string value) => Name(ordinal).Append(kind).Append('\'').Append(value).Append('\'');

    private StringBuilder Name(int ordinal) => (_count++ > 0 ? text.Append(", ") : text).Append(Type.Properties[ordinal]).Append('=');

    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var unit in value)
        {
            // Percent signs, so that they are not taken for what is escaped here; and what no XML can hold.
            var isEscaped = unit is '%' or < ' ' or '\u007F' or '\uFFFE' or '\uFFFF';
            escaped.Append(isEscaped ? Uri.EscapeDataString(unit.ToString()) : unit.ToString());
        }

        return escaped.ToString();
    }
}
