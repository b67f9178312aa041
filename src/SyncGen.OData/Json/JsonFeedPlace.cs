namespace SyncGen.OData.Json;

/// <summary>Where in a feed a reader is.</summary>
internal enum JsonFeedPlace
{
    /// <summary>Before it.</summary>
    Start,

    /// <summary>Within the outermost object.</summary>
    Root,

    /// <summary>Within the object <c>d</c>.</summary>
    Feed,

    /// <summary>Within the results.</summary>
    Results,

    /// <summary>Behind it.</summary>
    End,
}
