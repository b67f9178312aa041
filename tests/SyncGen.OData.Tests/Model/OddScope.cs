namespace SyncGen.OData.Tests.Model;

[SyncScope("Odd-Names-2", typeof(@class), typeof(Größe), typeof(Search))]
internal static partial class OddScope;
