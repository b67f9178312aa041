namespace MusicStore.Work;

/// <summary>
/// What is done in each store while none is connected. New rows take their numbers from ranges of their own, since nobody
/// can be asked for the next one. The last deeds of each list get into the way of another store's.
/// </summary>
internal static class Deeds
{
    public static IReadOnlyList<Deed> OfTheHeadOffice =>
    [
        new("takes on an artist with an album of two tracks",
            [
                "INSERT INTO Artist VALUES (1001, 'Ensemble Nachtmusik')",
                "INSERT INTO Album VALUES (1001, 'Wires and Birds', 1001)",
                "INSERT INTO Track VALUES (10001, 'Wires', 1001, 1, 24, NULL, 184000, 6021120, 1.29), (10002, 'Birds', 1001, 1, 24, 'N. N.', 201500, NULL, 1.29)",
            ],
            "SELECT count(*) = 2 FROM Track JOIN Album USING (AlbumId) JOIN Artist USING (ArtistId) WHERE Artist.Name = 'Ensemble Nachtmusik'"),
        new("raises the price of all television", ["UPDATE Track SET UnitPrice = 2.49 WHERE MediaTypeId = 3"],
            "SELECT count(*) = 0 FROM Track WHERE MediaTypeId = 3 AND round(UnitPrice * 100) <> 249"),
        new("gives the artist AC/DC another number",
            [
                "PRAGMA defer_foreign_keys = ON",
                "UPDATE Artist SET ArtistId = 1002 WHERE ArtistId = 1",
                "UPDATE Album SET ArtistId = 1002 WHERE ArtistId = 1",
            ],
            "SELECT count(*) = 2 AND max(ArtistId) = 1002 FROM Album JOIN Artist USING (ArtistId) WHERE Name = 'AC/DC'"),
        new("hires a manager, and somebody who reports to them",
            [
                "INSERT INTO Employee (EmployeeId, LastName, FirstName, ReportsTo, HireDate) VALUES (101, 'Ibsen', 'Ida', 1, '2026-01-05 09:00:00')",
                "INSERT INTO Employee (EmployeeId, LastName, FirstName, ReportsTo, HireDate) VALUES (100, 'Zola', 'Zoe', 101, '2026-02-02 09:00:00')",
            ],
            "SELECT count(*) = 1 FROM Employee e JOIN Employee m ON m.EmployeeId = e.ReportsTo WHERE e.LastName = 'Zola' AND m.LastName = 'Ibsen'"),
        new("adds the genre 26", ["INSERT INTO Genre VALUES (26, 'Gamelan')"]),
        new("writes the composer of track 1", ["UPDATE Track SET Composer = 'Head office' WHERE TrackId = 1"]),
    ];

    public static IReadOnlyList<Deed> OfTheBranch =>
    [
        new("deletes invoice 1 with its lines",
            ["DELETE FROM InvoiceLine WHERE InvoiceId = 1", "DELETE FROM Invoice WHERE InvoiceId = 1"],
            "SELECT (SELECT count(*) FROM Invoice WHERE InvoiceId = 1) + (SELECT count(*) FROM InvoiceLine WHERE InvoiceId = 1) = 0"),
        new("corrects the spelling of all albums named Live", ["UPDATE Album SET Title = replace(Title, 'Live', 'LIVE') WHERE Title LIKE '%Live%'"],
            "SELECT count(*) = 0 FROM Album WHERE instr(Title, 'Live') > 0"),
        new("moves a track on playlist 18, which is its key", ["UPDATE PlaylistTrack SET TrackId = 2 WHERE PlaylistId = 18 AND TrackId = 597"],
            "SELECT group_concat(TrackId) = '2' FROM PlaylistTrack WHERE PlaylistId = 18"),
        new("gives a customer another representative", ["UPDATE Customer SET SupportRepId = NULL, Company = 'É. Ltd' WHERE CustomerId = 7"],
            "SELECT SupportRepId IS NULL AND Company = 'É. Ltd' FROM Customer WHERE CustomerId = 7"),
        new("adds the genre 26, under another name", ["INSERT INTO Genre VALUES (26, 'Polka')"]),
        new("writes the composer of track 1, too", ["UPDATE Track SET Composer = 'Branch' WHERE TrackId = 1"]),
    ];

    public static IReadOnlyList<Deed> OfTheShop =>
    [
        new("sells two tracks to a new customer",
            [
                "INSERT INTO Customer (CustomerId, FirstName, LastName, Email, SupportRepId) VALUES (2001, 'Ottilie', 'Østergård', 'o@example.org', 3)",
                "INSERT INTO Invoice VALUES (2001, 2001, '2026-03-01 10:15:00', NULL, 'Ribe', NULL, 'Denmark', '6760', 1.98)",
                "INSERT INTO InvoiceLine VALUES (20001, 2001, 1, 0.99, 1), (20002, 2001, 2, 0.99, 1)",
            ],
            "SELECT count(*) = 2 FROM InvoiceLine JOIN Invoice USING (InvoiceId) JOIN Customer USING (CustomerId) WHERE LastName = 'Østergård'"),
        new("deletes playlist 1 with its 3,290 tracks",
            ["DELETE FROM PlaylistTrack WHERE PlaylistId = 1", "DELETE FROM Playlist WHERE PlaylistId = 1"],
            "SELECT (SELECT count(*) FROM Playlist WHERE PlaylistId = 1) + (SELECT count(*) FROM PlaylistTrack WHERE PlaylistId = 1) = 0"),
        new("takes invoice 2 back: all but one line", ["DELETE FROM InvoiceLine WHERE InvoiceId = 2 AND InvoiceLineId > 3", "UPDATE Invoice SET Total = 0.99 WHERE InvoiceId = 2"],
            "SELECT count(*) = 1 AND min(Total) = 0.99 FROM InvoiceLine JOIN Invoice USING (InvoiceId) WHERE InvoiceId = 2"),
        new("renames playlist 17", ["UPDATE Playlist SET Name = 'Heavier Metal' WHERE PlaylistId = 17"]),
        new("writes the composer of track 1 as well", ["UPDATE Track SET Composer = 'Shop' WHERE TrackId = 1"]),
    ];

    public static IReadOnlyList<Deed> OfTheVan =>
    [
        new("makes a playlist of ten tracks",
            ["INSERT INTO Playlist VALUES (3001, 'On the road')", "INSERT INTO PlaylistTrack SELECT 3001, TrackId FROM Track WHERE TrackId BETWEEN 100 AND 109"],
            "SELECT count(*) = 10 FROM PlaylistTrack WHERE PlaylistId = 3001"),
        new("notes where three customers have moved", ["UPDATE Customer SET Address = 'Hafenstraße 1', City = 'Kiel', State = NULL WHERE CustomerId BETWEEN 36 AND 38"],
            "SELECT count(*) = 3 FROM Customer WHERE Address = 'Hafenstraße 1' AND State IS NULL"),
        new("deletes playlist 17 with its tracks", ["DELETE FROM PlaylistTrack WHERE PlaylistId = 17", "DELETE FROM Playlist WHERE PlaylistId = 17"]),
    ];
}
