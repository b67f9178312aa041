#!/usr/bin/env python3
"""A client for TodoServer that knows the OData Sync protocol and nothing of SyncGen, with Python's standard library alone.

    python3 stranger.py http://localhost:5080

Two devices of one user download, upload, meet in a conflict, are told an error, and delete, in JSON and then in Atom. Each step says
what it saw; the first that is not as it should be ends the program.
"""

import json
import os
import sys
import urllib.error
import urllib.request
import uuid
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass

SERVICE = (sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SERVER", "http://localhost:5080")) + "/sync"
ROW_TYPE = "todo.TodoItem"

ATOM = "{http://www.w3.org/2005/Atom}"
DATA = "{http://schemas.microsoft.com/ado/2007/08/dataservices}"
META = "{http://schemas.microsoft.com/ado/2007/08/dataservices/metadata}"
SYNC = "{http://odata.org/sync/v1}"
GONE = "{http://purl.org/atompub/tombstones/1.0}"


@dataclass
class Entry:
    """A row as it travels: what the server calls it, what the client called it before, and its properties as texts."""

    row: dict
    id: str = ""
    temp_id: str = ""
    is_deleted: bool = False
    resolution: str = ""  # Of a conflict: ClientWins, ServerWins or Merge; the entry shows what stands.
    loser: dict | None = None  # Of a conflict: the row that does not stand; of a merge, what the server had.
    error: str = ""  # Why the server refused a change; the entry shows what it has instead.


@dataclass
class Feed:
    blob: str  # What the server lets the client keep: sent back as it is.
    has_more: bool
    entries: list


class Json:
    media_type = "application/json"

    def write(self, blob, entries):
        results = []
        for entry in entries:
            metadata = {"type": ROW_TYPE}
            if entry.temp_id:
                metadata["tempId"] = entry.temp_id
            if entry.id:
                metadata["uri"] = entry.id
            if entry.is_deleted:
                metadata["isDeleted"] = True
            results.append({"__metadata": metadata, **({} if entry.is_deleted else entry.row)})
        return json.dumps({"d": {"__sync": {"serverBlob": blob}, "results": results}}).encode()

    def read(self, body):
        feed = json.loads(body)["d"]
        return Feed(feed["__sync"]["serverBlob"], feed["__sync"]["moreChangesAvailable"], [self._entry(one) for one in feed["results"]])

    def error(self, body):
        return json.loads(body)["ErrorDescription"]

    def _entry(self, one):
        metadata, conflict, error = one["__metadata"], one.get("__syncConflict"), one.get("__syncError")
        return Entry(
            self._row(one), metadata.get("uri", ""), metadata.get("tempId", ""), metadata.get("isDeleted", False),
            conflict["conflictResolution"] if conflict else "", self._row(conflict["conflictingChange"]) if conflict else None,
            error["errorDescription"] if error else "")

    def _row(self, one):
        return {name: self._text(value) for name, value in one.items() if not name.startswith("__")}

    def _text(self, value):
        return str(value).lower() if isinstance(value, bool) else value


class Atom:
    media_type = "application/atom+xml"

    def write(self, blob, entries):
        feed = ElementTree.Element(ATOM + "feed")
        ElementTree.SubElement(feed, SYNC + "serverBlob").text = blob
        for entry in entries:
            if entry.is_deleted:
                gone = ElementTree.SubElement(feed, GONE + "deleted-entry", {"ref": entry.id})
                ElementTree.SubElement(gone, SYNC + "category").text = ROW_TYPE
                continue
            element = ElementTree.SubElement(feed, ATOM + "entry")
            ElementTree.SubElement(element, ATOM + "id").text = entry.id
            if entry.temp_id:
                ElementTree.SubElement(element, SYNC + "tempId").text = entry.temp_id
            ElementTree.SubElement(element, ATOM + "category", {"term": ROW_TYPE})
            properties = ElementTree.SubElement(ElementTree.SubElement(element, ATOM + "content"), META + "properties")
            for name, value in entry.row.items():
                ElementTree.SubElement(properties, DATA + name).text = value
        return ElementTree.tostring(feed)

    def read(self, body):
        feed = ElementTree.fromstring(body)
        entries = [self._entry(one) for one in feed if one.tag in (ATOM + "entry", GONE + "deleted-entry")]
        return Feed(feed.findtext(SYNC + "serverBlob"), feed.findtext(SYNC + "moreChangesAvailable") == "true", entries)

    def error(self, body):
        return ElementTree.fromstring(body).findtext("{*}ErrorDescription")

    def _entry(self, one):
        is_deleted = one.tag == GONE + "deleted-entry"
        conflict, error = one.find(SYNC + "syncConflict"), one.find(SYNC + "syncError")
        return Entry(
            self._row(one), one.findtext(ATOM + ("ref" if is_deleted else "id")) or "", one.findtext(SYNC + "tempId") or "", is_deleted,
            conflict.findtext(SYNC + "conflictResolution") if conflict is not None else "",
            self._row(conflict.find(SYNC + "conflictingChange")[0]) if conflict is not None else None,
            error.findtext(SYNC + "errorDescription") if error is not None else "")

    def _row(self, one):
        properties = one.find(f"{ATOM}content/{META}properties")
        return {value.tag.removeprefix(DATA): value.text for value in (properties if properties is not None else [])}


class Device:
    """What a client keeps between its requests is the blob."""

    def __init__(self, user, form):
        self.user, self.form, self.blob = user, form, ""

    def download(self):
        """All that is new, batch by batch."""
        entries, has_more = [], True
        while has_more:
            feed = self.form.read(self._post("DownloadChanges", []))
            entries += feed.entries
            self.blob, has_more = feed.blob, feed.has_more
        return entries

    def upload(self, *entries):
        """Sends changes up; the answer has what the client does not know: ids, conflicts and errors."""
        feed = self.form.read(self._post("UploadChanges", entries))
        self.blob = feed.blob
        return feed.entries

    def _post(self, operation, entries):
        return ask(f"todo/{operation}", self.user, self.form.media_type, self.form.write(self.blob, entries))


def ask(path, user=None, media_type="application/json", body=None):
    headers = {"Accept": media_type, "Content-Type": media_type}
    if user:
        headers["Authorization"] = f"Bearer dev-{user}"
    with urllib.request.urlopen(urllib.request.Request(f"{SERVICE}/{path}", body, headers), timeout=60) as response:
        return response.read()


def refusal(*arguments, **keywords):
    """The status of a request that must be refused, and the answer's body."""
    try:
        ask(*arguments, **keywords)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()
    return 200, b""


def check(what, is_so, seen):
    print(("ok    " if is_so else "FAILED") + f" {what}" + ("" if is_so else f": {seen}"))
    if not is_so:
        sys.exit(1)


def documents():
    scopes = [one.get("href") for one in ElementTree.fromstring(ask("$syncScopes", "ann")).iter("{http://www.w3.org/2007/app}collection")]
    check("the service has the scope todo", "todo" in scopes, scopes)
    types = [one.get("Name") for one in ElementTree.fromstring(ask("todo/$metadata", "ann")).iter() if one.tag.endswith("}EntityType")]
    check("the scope has the type TodoItem", "TodoItem" in types, types)
    status, _ = refusal("todo/DownloadChanges")
    check("nobody is let in who does not sign in", status == 401, status)


def session(form):
    user = f"stranger-{uuid.uuid4()}"
    phone, laptop = Device(user, form), Device(user, form)
    row = {"Id": str(uuid.uuid4()), "Title": "Buy <milk> & 'bread'", "Done": "false", "Owner": user}
    seen = phone.download()
    check("download: there is nothing yet", seen == [], seen)

    # A row that is new has no id, and a name of its own; the answer brings both.
    blob = phone.blob
    seen = phone.upload(Entry(row, temp_id="1"))
    check("upload: the row has got an id", len(seen) == 1 and seen[0].temp_id == "1" and seen[0].id, seen)
    row_id, phone.blob = seen[0].id, blob
    seen = phone.upload(Entry(row, temp_id="1"))
    check("upload: sent again, since the answer might have been lost, it is no conflict", not any(one.resolution or one.error for one in seen), seen)
    seen = laptop.download()
    check("download: the other device has the row as it was", [(one.id, one.row) for one in seen] == [(row_id, row)], seen)

    seen = laptop.upload(Entry({**row, "Done": "true"}, row_id))
    check("upload: a change that was taken as it came is not mentioned", seen == [], seen)
    seen = phone.upload(Entry({**row, "Title": "Buy oat milk"}, row_id))
    check("conflict: it is told how it was settled", len(seen) == 1 and seen[0].resolution in ("ClientWins", "ServerWins", "Merge"), seen)
    stands, lost = seen[0].row, seen[0].loser
    check("conflict: the answer has what stands and what does not", {stands["Title"], lost["Title"]} == {row["Title"], "Buy oat milk"}, seen)
    check("conflict: what one has done is done", stands["Done"] == "true", seen)
    laptop.download()
    seen = Device(user, form).download()
    check("conflict: everybody gets what stands", [one.row for one in seen] == [stands], seen)

    seen = phone.upload(Entry({**row, "Id": str(uuid.uuid4()), "Owner": "somebody else"}, temp_id="2"))
    check("error: a row of somebody else's is refused, and that row alone", len(seen) == 1 and seen[0].error and seen[0].is_deleted, seen)
    status, body = refusal("todo/UploadChanges", user, form.media_type, b"?")
    check("error: what is no feed is answered with status 400 and a reason", status == 400 and form.error(body), (status, body))
    status, body = refusal("todo/DownloadChanges", "ben", form.media_type, form.write(phone.blob, []))
    check("error: a blob is of no use to another user", status == 400 and form.error(body), (status, body))

    phone.download()
    seen = laptop.upload(Entry({}, row_id, is_deleted=True))
    check("delete: it is taken", seen == [], seen)
    seen = phone.download()
    check("delete: the other device learns of it", [(one.id, one.is_deleted) for one in seen] == [(row_id, True)], seen)
    seen = Device(user, form).download()
    check("delete: a new device gets no such row", all(one.is_deleted for one in seen), seen)


if __name__ == "__main__":
    documents()
    for form in (Json(), Atom()):
        print(form.media_type)
        session(form)
