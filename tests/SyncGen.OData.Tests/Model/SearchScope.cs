namespace SyncGen.OData.Tests.Model;

[SyncScope("SearchScope", typeof(Search))]
internal static partial class SearchScope;
