namespace SyncGen.Tests.Interception;

/// <summary>A call that a session makes on a store.</summary>
/// <param name="Store">The store's name.</param>
/// <param name="Method">The method's name, without Async.</param>
/// <param name="IsDone">False before the call, true after it: an error thrown then is a lost answer.</param>
public sealed record SessionCall(string Store, string Method, bool IsDone);
