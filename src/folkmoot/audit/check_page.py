"""Check an official page by yourself, with nothing but Python: python3 check_page.py page.json [entry.json]"""
import hashlib, json, sys
from pathlib import Path
def sha(text: str, prefix: bytes = b"") -> str:
    return hashlib.sha256(prefix + text.encode()).hexdigest()
page = json.loads(Path(sys.argv[1]).read_text("utf-8"))
entry = Path(sys.argv[2]).read_text("utf-8") if len(sys.argv) > 2 else page["entry"]
act, seal = json.loads(entry), sha(entry, b"\x00")
named = {document["digest"] for document in act["documents"]}
released = "".join(page["documents"].values())
wrong = [] if seal == page["seal"] else [f"the page's seal is {page['seal'][:8]}"]
for digest, text in page["documents"].items():  # each is what its digest says, and the act names it
    wrong += [] if sha(text) == digest and digest in named else [f"document {digest}"]
wrong += [f"document {name} is missing" for name in named - {*page["documents"], *page["withheld"]}]
for digest, text in page["sheets"].items():  # each is what its digest says, and the document names it
    wrong += [] if sha(text) == digest and digest in released else [f"sheet {digest}"]
print(f"act {act['place']}, {act['kind']}, {act['time']}: seal {seal[:4]} {seal[4:8]}")
print(f"{len(page['documents'])} documents, {len(page['sheets'])} sheets, {len(page['withheld'])} withheld")
print("WRONG: " + "; ".join(wrong) if wrong else "everything agrees")
sys.exit(bool(wrong))
