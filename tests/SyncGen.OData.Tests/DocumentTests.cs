using System.Text;
using System.Xml.Linq;
using SyncGen.OData.Documents;
using SyncGen.OData.Tests.Model;

namespace SyncGen.OData.Tests;

/// <summary>The documents that describe a service are the original's.</summary>
public sealed class DocumentTests
{
    [Fact]
    public async Task The_metadata_is_the_originals()
    {
        using var stream = new MemoryStream();
        await MetadataDocument.WriteAsync(Payload.Schema, stream);

        // Texts and bytes of this model may be null, so that rows of the original's samples can be read.
        var expected = Payload.Text("server-metadata-with-filter-parameters.xml")
            .Replace("""Name="StringV" Type="Edm.String" Nullable="false""", """Name="StringV" Type="Edm.String" Nullable="true""", StringComparison.Ordinal)
            .Replace("""Name="BinaryV" Type="Edm.Binary" Nullable="false""", """Name="BinaryV" Type="Edm.Binary" Nullable="true""", StringComparison.Ordinal);
        Assert.True(XNode.DeepEquals(Normal(expected), Normal(Encoding.UTF8.GetString(stream.ToArray()))), Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public async Task The_list_of_scopes_is_the_originals()
    {
        using var stream = new MemoryStream();
        await ScopesDocument.WriteAsync([DefaultScope.Definition], "http://localhost:8080/defaultscopesyncservice.svc/", stream);

        Assert.True(XNode.DeepEquals(Normal(Payload.Text("server-syncscopes.xml")), Normal(Encoding.UTF8.GetString(stream.ToArray()))), Encoding.UTF8.GetString(stream.ToArray()));
    }

    // Without declarations of prefixes, whose order and place say nothing.
    private static XElement Normal(string text)
    {
        var element = XElement.Parse(text);
        foreach (var declaration in element.DescendantsAndSelf().SelectMany(child => child.Attributes().Where(attribute => attribute.IsNamespaceDeclaration)).ToList())
        {
            declaration.Remove();
        }

        // Nor does the order of the entity types.
        foreach (var parent in element.DescendantsAndSelf().Where(parent => parent.Name.LocalName is "EntityContainer" or "Schema").ToList())
        {
            parent.ReplaceNodes(parent.Elements().OrderBy(child => child.Name.LocalName, StringComparer.Ordinal).ThenBy(child => (string?)child.Attribute("Name"), StringComparer.Ordinal).ToList());
        }

        return element;
    }
}
