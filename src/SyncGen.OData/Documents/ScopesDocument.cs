using System.Text;
using System.Xml;
using SyncGen.Model;
using SyncGen.OData.Schema;

namespace SyncGen.OData.Documents;

/// <summary>The document that lists a service's scopes, <c>$syncScopes</c>.</summary>
public static class ScopesDocument
{
    /// <summary>Writes the document, as UTF-8.</summary>
    /// <param name="scopes">The scopes.</param>
    /// <param name="service">The service's address.</param>
    /// <param name="stream">Where it goes.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task WriteAsync(IEnumerable<SyncScope> scopes, string service, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        ArgumentNullException.ThrowIfNull(stream);
        using var document = new MemoryStream();
        using (var xml = XmlWriter.Create(document, new XmlWriterSettings { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("service", WireNames.Publishing);
            xml.WriteAttributeString("xml", "base", null, service);
            xml.WriteAttributeString("xmlns", "atom", null, WireNames.Atom);
            xml.WriteStartElement("workspace", WireNames.Publishing);
            xml.WriteElementString("atom", "title", WireNames.Atom, "SyncScopes");
            foreach (var name in scopes.Select(NameOf))
            {
                xml.WriteStartElement("collection", WireNames.Publishing);
                xml.WriteAttributeString("href", name);
                xml.WriteElementString("atom", "title", WireNames.Atom, name);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        await stream.WriteAsync(document.GetBuffer().AsMemory(0, (int)document.Length), cancellationToken);
    }

    /// <summary>A scope's name as the original writes it: in small letters.</summary>
    internal static string NameOf(SyncScope scope) => scope.Name.ToLowerInvariant();
}
