using System.Text;
using System.Text.Json;

namespace SyncGen.Model;

/// <summary>Writes a description of a model as JSON. What is as by default is left out.</summary>
internal static class ScopeDescriptionWriter
{
    public static string Write(ScopeDescription description)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("fingerprint"u8, description.Fingerprint);
            writer.WriteStartArray("tables"u8);
            foreach (var table in description.Tables)
            {
                Write(writer, table);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("parameters"u8);
            foreach (var parameter in description.Parameters)
            {
                writer.WriteStartObject();
                writer.WriteString("name"u8, parameter.Name);
                writer.WriteString("type"u8, parameter.Type.ToString());
                WriteFlag(writer, "nullable"u8, parameter.IsNullable);
                WriteFlag(writer, "list"u8, parameter.IsList);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, TableDescription table)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, table.Name);
        WriteText(writer, "schema"u8, table.Schema);
        writer.WriteNumber("key"u8, table.KeyLength);
        writer.WriteStartArray("columns"u8);
        foreach (var column in table.Columns)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, column.Name);
            writer.WriteString("type"u8, column.Type.ToString());
            WriteFlag(writer, "nullable"u8, column.IsNullable);
            WriteFlag(writer, "computed"u8, column.IsComputed);
            WriteText(writer, "filter"u8, column.FilterParameter);
            WriteText(writer, "anyOf"u8, column.FilterAnyOf);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("relations"u8);
        foreach (var relation in table.Relations)
        {
            writer.WriteStartObject();
            writer.WriteString("parent"u8, relation.Parent);
            writer.WriteStartArray("columns"u8);
            foreach (var column in relation.Columns)
            {
                writer.WriteNumberValue(column);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteFlag(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool value)
    {
        if (value)
        {
            writer.WriteBoolean(name, value);
        }
    }

    private static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
