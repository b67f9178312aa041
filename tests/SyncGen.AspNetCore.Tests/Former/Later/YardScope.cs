namespace SyncGen.AspNetCore.Tests.Former.Later;

[SyncScope("yard", typeof(Parcel))]
public static partial class YardScope;
