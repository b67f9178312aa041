using System.Text.Json.Nodes;
using SyncGen.Tool.Models;
using SyncGen.Tool.Output;
using SyncGen.Tool.Services;

namespace SyncGen.Tool.Tests.Services;

/// <summary>What is read of a service's <c>$metadata</c>.</summary>
public sealed class CsdlTests
{
    private const string Version2 =
        """
        <edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx"><edmx:DataServices>
        <Schema Namespace="N" Alias="Self" xmlns="http://schemas.microsoft.com/ado/2006/04/edm">
          <EntityType Name="Order">
            <Key><PropertyRef Name="Year" /><PropertyRef Name="No" /></Key>
            <Property Name="No" Type="Edm.Int64" Nullable="false" />
            <Property Name="Year" Type="Edm.Int16" />
            <Property Name="At" Type="Edm.Time" />
            <Property Name="Where" Type="Edm.GeographyPoint" />
            <Property Name="a b" Type="Edm.String" />
          </EntityType>
          <EntityType Name="Line">
            <Key><PropertyRef Name="Id" /></Key>
            <Property Name="Id" Type="Edm.Guid" Nullable="false" />
            <Property Name="Text" Type="Edm.String" MaxLength="40" />
            <Property Name="OrderNo" Type="Edm.Int64" />
            <Property Name="OrderYear" Type="Edm.Int16" />
            <NavigationProperty Name="Of" Relationship="Self.Lines" FromRole="L" ToRole="O" />
          </EntityType>
          <EntityType Name="Keyless"><Property Name="A" Type="Edm.String" /></EntityType>
          <Association Name="Lines">
            <End Role="O" Type="Self.Order" Multiplicity="0..1" /><End Role="L" Type="N.Line" Multiplicity="*" />
            <ReferentialConstraint>
              <Principal Role="O"><PropertyRef Name="No" /><PropertyRef Name="Year" /></Principal>
              <Dependent Role="L"><PropertyRef Name="OrderNo" /><PropertyRef Name="OrderYear" /></Dependent>
            </ReferentialConstraint>
          </Association>
        </Schema></edmx:DataServices></edmx:Edmx>
        """;

    private const string Version4 =
        """
        <Edmx Version="4.0" xmlns="http://docs.oasis-open.org/odata/ns/edmx"><DataServices><Schema Namespace="N" xmlns="http://docs.oasis-open.org/odata/ns/edm">
          <EntityType Name="Thing" Abstract="true"><Key><PropertyRef Name="Id" /></Key><Property Name="Id" Type="Edm.Int32" /></EntityType>
          <EntityType Name="Part" BaseType="N.Thing">
            <Property Name="Day" Type="Edm.Date" Nullable="false" />
            <Property Name="WholeId" Type="Edm.Int32" />
            <NavigationProperty Name="Whole" Type="N.Part"><ReferentialConstraint Property="WholeId" ReferencedProperty="Id" /></NavigationProperty>
          </EntityType>
        </Schema></DataServices></Edmx>
        """;

    [Fact]
    public void Version_2_gives_keys_types_lengths_and_relations()
    {
        var (entities, notes) = Read(Version2);

        Assert.Equal(["Order", "Line"], entities.Select(entity => entity.Key));
        Assert.Equal(
            """{"properties":{"No":{"type":"Int64","key":true,"keyOrder":1},"Year":{"type":"Int16","key":true,"keyOrder":0},"At":{"type":"TimeSpan","nullable":true}}}""",
            entities["Order"]!.ToJsonString());
        Assert.Equal("""{"type":"String","nullable":true,"maxLength":40}""", entities["Line"]!["properties"]!["Text"]!.ToJsonString());
        Assert.Equal("""{"Of":{"entity":"Order","properties":["OrderYear","OrderNo"]}}""", entities["Line"]!["references"]!.ToJsonString());
        Assert.Contains(notes, note => note.StartsWith("Order.Where: left out", StringComparison.Ordinal) && note.Contains("Edm.GeographyPoint", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.StartsWith("Order.a b: left out", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.StartsWith("Keyless: left out", StringComparison.Ordinal));
    }

    [Fact]
    public void Version_4_gives_what_is_inherited_and_relations()
    {
        var (entities, _) = Read(Version4);

        Assert.Equal(
            """{"properties":{"Id":{"type":"Int32","key":true},"Day":{"type":"DateOnly"},"WholeId":{"type":"Int32","nullable":true}},"references":{"Whole":{"entity":"Part","properties":["WholeId"]}}}""",
            entities["Part"]!.ToJsonString());
        Assert.Single(entities);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>", "DTD")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>", "DTD")]
    [InlineData("<x>", "cannot be read")]
    [InlineData("no document", "cannot be read")]
    [InlineData("<html />", "no entity types")]
    public void What_is_no_such_document_is_an_error(string text, string expected)
    {
        var error = Assert.Throws<ToolException>(() => CsdlReader.Read(text));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, error.ExitCode);
    }

    public static TheoryData<string> TooLarge =>
    [
        $"<x>{new string(' ', CsdlReader.CharactersMax)}</x>",
        $"<x>{string.Concat(Enumerable.Repeat("<y/>", 500_000))}</x>",
        string.Concat(Enumerable.Repeat("<x>", 500_000)),
    ];

    // A tree of many levels takes time in proportion to their square.
    [Theory]
    [MemberData(nameof(TooLarge), DisableDiscoveryEnumeration = true)]
    public void A_document_is_bounded(string text) =>
        Assert.Equal(ExitCode.Failed, Assert.Throws<ToolException>(() => CsdlReader.Read(text)).ExitCode);

    private static (JsonObject Entities, IReadOnlyList<string> Notes) Read(string text)
    {
        var document = new CsdlDocument();
        var json = document.Write(CsdlReader.Read(text), "s", "N");
        ModelDocument.Parse(json, "model.sync.json");
        return (JsonNode.Parse(json)!["entities"]!.AsObject(), document.Notes);
    }
}
