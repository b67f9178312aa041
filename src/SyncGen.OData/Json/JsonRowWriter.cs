using System.Globalization;
using SyncGen.OData.Values;

namespace SyncGen.OData.Json;

/// <summary>Writes a row's properties as members, each followed by a comma.</summary>
internal sealed class JsonRowWriter(JsonOutput json) : TextRowWriter
{
    public override void SetNull(int ordinal)
    {
        Name(ordinal);
        json.Raw("null,"u8);
    }

    public override void SetBoolean(int ordinal, bool value)
    {
        Name(ordinal);
        json.Raw(value ? "true,"u8 : "false,"u8);
    }

    public override void SetString(int ordinal, string value)
    {
        Name(ordinal);
        json.Text(value);
        json.Raw(","u8);
    }

    // Clock and calendar as if they were UTC, cut to milliseconds: what the original does, and what it reads.
    public override void SetDateTime(int ordinal, DateTime value)
    {
        Name(ordinal);
        json.Raw("\"\\/Date("u8);
        json.Plain((value.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond);
        json.Raw(")\\/\","u8);
    }

    public override void SetDateTimeOffset(int ordinal, DateTimeOffset value) =>
        SetString(ordinal, $"datetimeoffset'{value.ToString(ValueFormats.DateTimeOffset, CultureInfo.InvariantCulture)}'");

    public override void SetTimeSpan(int ordinal, TimeSpan value) => SetString(ordinal, $"time'{TextOf(value)}'");

    protected override void Number<TValue>(int ordinal, TValue value, string? format)
    {
        Name(ordinal);
        json.Plain(value, format);
        json.Raw(","u8);
    }

    // The original writes them bare, which no parser of JSON takes.
    protected override void NotANumber(int ordinal, string text) => SetString(ordinal, text);

    protected override void Plain<TValue>(int ordinal, TValue value)
    {
        Name(ordinal);
        json.Raw("\""u8);
        json.Plain(value);
        json.Raw("\","u8);
    }

    protected override void Base64(int ordinal, byte[] value)
    {
        Name(ordinal);
        json.Base64(value);
        json.Raw(","u8);
    }

    private void Name(int ordinal)
    {
        json.Text(Type.Properties[ordinal]);
        json.Raw(":"u8);
    }
}
