namespace SyncGen.AspNetCore.Tests.Model;

[SyncScope("chores", typeof(Chore))]
public static partial class ChoreScope;
