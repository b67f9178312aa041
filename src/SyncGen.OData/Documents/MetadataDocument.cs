using System.Text;
using System.Xml;
using SyncGen.OData.Schema;

namespace SyncGen.OData.Documents;

/// <summary>The document that describes a scope's entity types, <c>$metadata</c>: what code for clients is generated from.</summary>
public static class MetadataDocument
{
    /// <summary>Writes the document, as UTF-8.</summary>
    public static async Task WriteAsync(WireSchema schema, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(stream);
        using var document = new MemoryStream();
        using (var xml = XmlWriter.Create(document, new XmlWriterSettings { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true }))
        {
            Write(schema, xml);
        }

        await stream.WriteAsync(document.GetBuffer().AsMemory(0, (int)document.Length), cancellationToken);
    }

    private static void Write(WireSchema schema, XmlWriter xml)
    {
        xml.WriteStartElement("edmx", "Edmx", WireNames.Edmx);
        xml.WriteAttributeString("Version", "1.0");
        xml.WriteStartElement("edmx", "DataServices", WireNames.Edmx);
        xml.WriteAttributeString("m", "DataServiceVersion", WireNames.Metadata, "2.0");
        xml.WriteStartElement("Schema", WireNames.Edm);
        xml.WriteAttributeString("xmlns", "sync", null, WireNames.Sync);
        xml.WriteAttributeString("Namespace", schema.Namespace);
        xml.WriteAttributeString("Alias", "Self");
        WriteContainer(schema, xml);
        foreach (var type in schema.Tables)
        {
            WriteType(type, xml);
        }

        WriteParameters(schema, xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteContainer(WireSchema schema, XmlWriter xml)
    {
        xml.WriteStartElement("EntityContainer", WireNames.Edm);
        xml.WriteAttributeString("Name", WireSchema.NameOf(schema.Scope).ToLowerInvariant());
        foreach (var type in schema.Tables)
        {
            xml.WriteStartElement("EntitySet", WireNames.Edm);
            xml.WriteAttributeString("Name", type.Name);
            xml.WriteAttributeString("EntityType", type.TypeName);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteType(WireTable type, XmlWriter xml)
    {
        xml.WriteStartElement("EntityType", WireNames.Edm);
        xml.WriteAttributeString("Name", type.Name);
        xml.WriteStartElement("Key", WireNames.Edm);
        for (var i = 0; i < type.Table.KeyLength; i++)
        {
            xml.WriteStartElement("PropertyRef", WireNames.Edm);
            xml.WriteAttributeString("Name", type.Properties[i]);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        for (var i = 0; i < type.Properties.Length; i++)
        {
            xml.WriteStartElement("Property", WireNames.Edm);
            xml.WriteAttributeString("Name", type.Properties[i]);
            xml.WriteAttributeString("Type", EdmTypes.NameOf(type.Table.Columns[i].Type));
            xml.WriteAttributeString("Nullable", type.Table.Columns[i].IsNullable ? "true" : "false");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteParameters(WireSchema schema, XmlWriter xml)
    {
        if (schema.Scope.Parameters.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("sync", "SyncScopeParameters", WireNames.Sync);
        foreach (var parameter in schema.Scope.Parameters)
        {
            xml.WriteStartElement("sync", "ScopeParameter", WireNames.Sync);
            xml.WriteAttributeString("Name", parameter.Name);
            xml.WriteAttributeString("Type", EdmTypes.NameOf(parameter.Type));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
