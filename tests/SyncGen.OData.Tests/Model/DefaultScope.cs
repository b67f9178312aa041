namespace SyncGen.OData.Tests.Model;

[SyncScope("DefaultScope", typeof(Tag), typeof(User), typeof(Item), typeof(TagItemMapping), typeof(AllTypes), typeof(StrKey), typeof(LongKey))]
internal static partial class DefaultScope;
