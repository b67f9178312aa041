using Microsoft.AspNetCore.Http;
using SyncGen.Filters;
using SyncGen.Model;
using SyncGen.OData.Feeds;
using SyncGen.Versions;

namespace SyncGen.AspNetCore.Hooks;

/// <summary>A request of a client, as hooks see it.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Operation">What the client asks for.</param>
/// <param name="HttpContext">The request itself; its user is who is signed in.</param>
/// <param name="Client">The client's identity at this hub. Without a sign-in it is what the client says.</param>
/// <param name="Filter">Which part of the scope the client holds; null: all of it.</param>
/// <param name="Format">The form of the answer; null for leaves and peers of SyncGen's own, which speak the compact format.</param>
public sealed record SyncRequest(
    SyncScope Scope, SyncOperation Operation, HttpContext HttpContext, ReplicaId Client, FilterBinding? Filter = null, FeedFormat? Format = null);
