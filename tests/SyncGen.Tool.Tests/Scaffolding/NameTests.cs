using Microsoft.CodeAnalysis.CSharp;
using SyncGen.Tool.Scaffolding.Names;

namespace SyncGen.Tool.Tests.Scaffolding;

public sealed class NameTests
{
    [Theory]
    [InlineData("invoice_lines", "InvoiceLines")]
    [InlineData("InvoiceLine", "InvoiceLine")]
    [InlineData("invoiceLine", "InvoiceLine")]
    [InlineData("INVOICE_LINE", "InvoiceLine")]
    [InlineData("ID", "Id")]
    [InlineData("customerID", "CustomerID")]
    [InlineData("Order Details", "OrderDetails")]
    [InlineData("a\"b", "AB")]
    [InlineData("select", "Select")]
    [InlineData("été", "Été")]
    [InlineData("ß", "_ß")]
    [InlineData("2fa", "_2fa")]
    [InlineData("__x__", "X")]
    [InlineData("表", "_表")]
    [InlineData("😀", "Table")]
    [InlineData("", "Table")]
    [InlineData("X", "X")]
    public void Names_become_names_of_CSharp(string name, string expected)
    {
        var made = CSharpName.Of(name, "Table");

        Assert.Equal(expected, made);
        Assert.True(SyntaxFacts.IsValidIdentifier(made));
    }

    [Fact]
    public void No_keyword_comes_out()
    {
        var keywords = SyntaxFacts.GetKeywordKinds().Select(SyntaxFacts.GetText).Where(text => text.All(char.IsLetter)).ToList();

        Assert.Contains("class", keywords);
        Assert.All(keywords, keyword => Assert.Equal(SyntaxKind.None, SyntaxFacts.GetKeywordKind(CSharpName.Of(keyword, "Table"))));
    }

    [Theory]
    [InlineData("Album", "Artist", "ArtistId", true, "Artist")]
    [InlineData("Customer", "Employee", "SupportRepId", true, "SupportRep")]
    [InlineData("Employee", "Employee", "ReportsTo", true, "ReportsToEmployee")]
    [InlineData("Employee", "Employee", "ManagerID", true, "Manager")]
    [InlineData("Order", "Country", "CountryCode", true, "Country")]
    [InlineData("Order", "Country", "From", false, "FromCountry")]
    [InlineData("Order", "Bid", "Bid", true, "Bid")]
    [InlineData("Order", "Thing", "Id", true, "Thing")]
    public void Navigations_are_named_after_the_column_or_the_parent(string child, string parent, string property, bool isOnly, string expected) =>
        Assert.Equal(expected, NavigationNames.Of(child, parent, [property], isOnly).First());

    [Fact]
    public void No_name_is_given_twice_in_any_case()
    {
        var names = NameSet.OfMembers("Album");

        Assert.Equal("Title", names.Take("Title"));
        Assert.Equal("TITLE2", names.Take("TITLE"));
        Assert.Equal("Album2", names.Take("Album"));
        Assert.Equal("GetHashCode2", names.Take("GetHashCode"));
        Assert.Equal("Other", names.Take("Album", "Other"));
        Assert.Equal("Other2", names.Take("Album", "Other"));
    }
}
