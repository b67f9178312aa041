using System.Xml;
using System.Xml.Linq;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;
using SyncGen.Model;
using SyncGen.OData.Documents;
using SyncGen.OData.Schema;
using SyncGen.OData.Tests.Model;

namespace SyncGen.OData.Tests;

/// <summary>
/// <c>$metadata</c> is valid and says what the scope is: OData's own library reads it. That knows version 4 alone, and the document is of the version that
/// clients of 2010 know; so it is read with version 4's names for its two namespaces and two types, and nothing else is changed.
/// </summary>
public sealed class MetadataTests
{
    private static readonly XNamespace s_edmx = "http://schemas.microsoft.com/ado/2007/06/edmx";
    private static readonly XNamespace s_edm = "http://schemas.microsoft.com/ado/2007/05/edm";
    private static readonly XNamespace s_edmx4 = "http://docs.oasis-open.org/odata/ns/edmx";
    private static readonly XNamespace s_edm4 = "http://docs.oasis-open.org/odata/ns/edm";
    private static readonly XNamespace s_sync = "http://odata.org/sync/v1";

    public static TheoryData<string> Scopes => ["all types and a parameter", "parameters of all types", "odd names"];

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task Document_is_valid_and_says_what_the_scope_is(string name)
    {
        var scope = ScopeOf(name);
        var schema = new WireSchema(scope);

        var model = Parse(AsVersion4(await WriteAsync(schema)));

        Assert.True(model.Validate(out var errors), string.Join('\n', errors));
        Assert.Equal(schema.Tables.Select(table => table.TypeName).Order(StringComparer.Ordinal), model.SchemaElements.OfType<IEdmEntityType>().Select(type => type.FullName()).Order(StringComparer.Ordinal));
        Assert.Equal(schema.Tables.Select(table => $"{table.Name} {table.TypeName}"), model.EntityContainer.EntitySets().Select(set => $"{set.Name} {set.EntityType.FullName()}"));
        foreach (var table in schema.Tables)
        {
            var type = (IEdmEntityType)model.FindDeclaredType(table.TypeName);
            Assert.Equal(table.Table.Columns.Take(table.Table.KeyLength).Select(column => column.Property), type.Key().Select(property => property.Name));
            Assert.Equal(table.Table.Columns.Select(Shown), type.DeclaredProperties.Select(Shown));
        }
    }

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task Filter_parameters_stand_beside_the_model(string name)
    {
        var scope = ScopeOf(name);

        var document = XElement.Parse(await WriteAsync(new WireSchema(scope)));

        var parameters = document.Descendants(s_sync + "ScopeParameter").Select(parameter => $"{(string)parameter.Attribute("Name")!} {(string)parameter.Attribute("Type")!}");
        Assert.Equal(scope.Parameters.Select(parameter => $"{parameter.Name} {EdmTypes.NameOf(parameter.Type)}"), parameters);
        Assert.NotEmpty(parameters);
    }

    private static SyncScope ScopeOf(string name) => name switch
    {
        "all types and a parameter" => DefaultScope.Definition,
        "parameters of all types" => SearchScope.Definition,
        _ => OddScope.Definition,
    };

    private static async Task<string> WriteAsync(WireSchema schema)
    {
        using var stream = new MemoryStream();
        await MetadataDocument.WriteAsync(schema, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IEdmModel Parse(XElement document)
    {
        using var xml = document.CreateReader();
        return CsdlReader.TryParse(xml, out var model, out var errors) ? model : throw new XmlException(string.Join('\n', errors));
    }

    private static XElement AsVersion4(string text)
    {
        var document = XElement.Parse(text);
        document.SetAttributeValue("Version", "4.0");
        foreach (var element in document.DescendantsAndSelf())
        {
            element.Name = element.Name.Namespace == s_edmx ? s_edmx4 + element.Name.LocalName : element.Name.Namespace == s_edm ? s_edm4 + element.Name.LocalName : element.Name;
            element.Attributes().Where(attribute => attribute.IsNamespaceDeclaration && (attribute.Value == s_edmx || attribute.Value == s_edm)).Remove();
            if ((string?)element.Attribute("Type") is { } type)
            {
                element.SetAttributeValue("Type", OfVersion4(type));
            }
        }

        return document;
    }

    private static string OfVersion4(string type) => type switch
    {
        "Edm.DateTime" => "Edm.DateTimeOffset",
        "Edm.Time" => "Edm.Duration",
        _ => type,
    };

    private static string Shown(SyncColumn column) => $"{column.Property} {OfVersion4(EdmTypes.NameOf(column.Type))} {column.IsNullable}";

    private static string Shown(IEdmProperty property) => $"{property.Name} {property.Type.FullName()} {property.Type.IsNullable}";
}
