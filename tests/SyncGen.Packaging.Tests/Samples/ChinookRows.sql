-- Rows for the tables of Chinook: those that samples/MusicStore changes, and a few beside them. All of them are made up.
INSERT INTO Genre VALUES (1, 'Rock'), (24, 'Classical');
INSERT INTO MediaType VALUES (1, 'Audio'), (3, 'Video');
INSERT INTO Artist VALUES (1, 'AC/DC'), (2, 'Ensemble');
INSERT INTO Album VALUES (1, 'First', 1), (2, 'Second', 1), (3, 'Live in Kiel', 2);
INSERT INTO Track
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600)
SELECT i, 'Track ' || i, 1 + i % 3, CASE WHEN i % 50 = 0 THEN 3 ELSE 1 END, 1, NULL, 1000 * i, 10 * i, 0.99 FROM n;
INSERT INTO Playlist VALUES (1, 'All'), (17, 'Heavy'), (18, 'One track');
INSERT INTO PlaylistTrack SELECT 1, TrackId FROM Track;
INSERT INTO PlaylistTrack VALUES (17, 1), (17, 2), (18, 597);
INSERT INTO Employee (EmployeeId, LastName, FirstName, ReportsTo, HireDate) VALUES (1, 'One', 'Ada', NULL, '2020-01-02 00:00:00'), (3, 'Three', 'Cid', 1, '2021-02-03 00:00:00');
INSERT INTO Customer (CustomerId, FirstName, LastName, State, Email, SupportRepId)
VALUES (7, 'Gil', 'Seven', NULL, 'seven@example.org', 3), (36, 'Ina', 'Six', 'SH', 'six@example.org', 3), (37, 'Jan', 'Sixer', NULL, 'sixer@example.org', 3), (38, 'Kim', 'Eight', 'HH', 'eight@example.org', NULL);
INSERT INTO Invoice (InvoiceId, CustomerId, InvoiceDate, Total) VALUES (1, 7, '2024-01-01 00:00:00', 1.98), (2, 36, '2024-01-02 00:00:00', 3.96);
INSERT INTO InvoiceLine VALUES (1, 1, 2, 0.99, 1), (2, 1, 4, 0.99, 1), (3, 2, 6, 0.99, 1), (4, 2, 8, 0.99, 1), (5, 2, 10, 0.99, 1), (6, 2, 12, 0.99, 1);
