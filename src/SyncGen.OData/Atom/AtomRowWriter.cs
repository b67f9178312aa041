using System.Globalization;
using System.Xml;
using SyncGen.OData.Schema;
using SyncGen.OData.Values;

namespace SyncGen.OData.Atom;

/// <summary>Writes a row's properties as elements.</summary>
internal sealed class AtomRowWriter(XmlWriter xml) : TextRowWriter
{
    public override void SetNull(int ordinal)
    {
        Start(ordinal);
        xml.WriteAttributeString("m", "null", WireNames.Metadata, "true");
        xml.WriteEndElement();
    }

    public override void SetBoolean(int ordinal, bool value) => Text(ordinal, value ? "true" : "false");

    public override void SetString(int ordinal, string value)
    {
        try
        {
            Text(ordinal, value);
        }
        catch (ArgumentException error)
        {
            throw new SyncException(SyncErrorCode.UnstorableValue,
                $"The property '{Type.Properties[ordinal]}' of an entity of the type {Type.TypeName} holds a character that XML has not: {error.Message} Ask for JSON.", error);
        }
    }

    public override void SetDateTime(int ordinal, DateTime value) => Text(ordinal, value.ToString(ValueFormats.DateTime, CultureInfo.InvariantCulture));

    public override void SetDateTimeOffset(int ordinal, DateTimeOffset value) => Text(ordinal, value.ToString(ValueFormats.DateTimeOffset, CultureInfo.InvariantCulture));

    public override void SetTimeSpan(int ordinal, TimeSpan value) => Text(ordinal, TextOf(value));

    protected override void Number<TValue>(int ordinal, TValue value, string? format) => Text(ordinal, value.ToString(format, CultureInfo.InvariantCulture));

    protected override void NotANumber(int ordinal, string text) => Text(ordinal, text);

    protected override void Plain<TValue>(int ordinal, TValue value) => Text(ordinal, value.ToString(null, CultureInfo.InvariantCulture));

    protected override void Base64(int ordinal, byte[] value)
    {
        Start(ordinal);
        xml.WriteBase64(value, 0, value.Length);
        xml.WriteEndElement();
    }

    private void Text(int ordinal, string text)
    {
        Start(ordinal);
        xml.WriteString(text);
        xml.WriteEndElement();
    }

    private void Start(int ordinal)
    {
        xml.WriteStartElement("d", Type.Properties[ordinal], WireNames.Data);
        xml.WriteAttributeString("m", "type", WireNames.Metadata, EdmTypes.NameOf(Type.Table.Columns[ordinal].Type));
    }
}
