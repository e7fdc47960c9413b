#!/usr/bin/env python3
"""Turns the marked-up articles in source/ into native JSON with gold annotations.

    make_gold.py            writes tuning/*.json and held_back/*.json beside this file

One line is a block. A line beginning with @ is metadata (id, lang, date, set, name ID NAME, value ID VALUE);
"# " headline, "## " heading, "~ " source line, "> " related link, "- " list item, everything else a paragraph.

Inline marks nest:  {HEAD|text}
  {P.id|..}   a name of entity id; first letter = type: P person, O organisation, L place, V event, D date
  {P.id~|..}  a nominal mention;  {P.id?|..}  a mention that is neither rewarded nor punished
  {q<P.a+P.b^O.via!O.other|..}  a direct quotation: speakers, via, speakers accepted as well
  {q<=name|..} a speaker without an entity; {q7<P.a|..} twice = two spans of one quotation
  {t|..} a term;  {i<P.a|..} indirect speech;  {c|..} cue of the next quotation, {k|..} cue of the last one
"""
import collections
import json
import pathlib
import re
import sys

TYPES = {"P": "PERSON", "O": "ORG", "L": "PLACE", "V": "EVENT", "D": "DATE"}
KINDS = {"q": "direct", "t": "term", "i": "indirect"}
BLOCKS = {"# ": "headline", "## ": "heading", "~ ": "sourceLine", "> ": "relatedLink", "- ": "listItem"}


def parse(line, where):
    """The plain text and the list of (head, start, end) in the order in which the marks open."""
    text, open_, out, i = [], [], [], 0
    while i < len(line):
        c = line[i]
        if c == "{":
            bar = line.index("|", i)
            item = [line[i + 1:bar], len(text), None]
            out.append(item)
            open_.append(item)
            i = bar
        elif c == "}":
            if not open_:
                sys.exit(f"{where}: a }} too much: {line[:60]}")
            open_.pop()[2] = len(text)
        else:
            text.append(c)
        i += 1
    if open_:
        sys.exit(f"{where}: not closed: {open_[-1][0]}")
    return "".join(text), out


def quote_head(head):
    m = re.fullmatch(r"([qti]\d*)(?:<([^^!]*))?(?:\^([^!]*))?(?:!(.*))?", head)
    if not m:
        return None
    return m[1], m[2], m[3], m[4]


def speaker(s):
    return {"name": s[1:]} if s.startswith("=") else {"entity": s}


def build(path):
    meta, names, values = {}, {}, {}
    blocks, entities, quotes, by_id = [], collections.OrderedDict(), [], {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            continue
        if line.startswith("@"):
            k, v = line[1:].split(" ", 1)
            if k in ("name", "value"):
                i, v = v.split(" ", 1)
                (names if k == "name" else values)[i] = v
            else:
                meta[k] = v
            continue
        kind = next((p for p in BLOCKS if line.startswith(p)), "")
        text, marks = parse(line[len(kind):], path)
        bid = f"b{len(blocks) + 1:02}"
        blocks.append({"id": bid, "type": BLOCKS.get(kind, "paragraph"), "text": text})
        pending, last = None, None
        for head, s, e in marks:
            a = {"block": bid, "start": s, "end": e, "exact": text[s:e]}
            if head in ("c", "k"):
                if head == "k" and last is None:
                    sys.exit(f"{path}: a cue of nothing in {text[:60]}")
                if head == "k":
                    last["cue"] = a
                else:
                    pending = a
                continue
            q = quote_head(head)
            if q:
                qid, who, via, other = q
                if qid in by_id:
                    by_id[qid]["anchors"].append(a)
                    last = by_id[qid]
                    continue
                item = {"id": f"x{len(quotes) + 1}", "kind": KINDS[qid[0]], "anchors": [a]}
                if qid[0] != "i":
                    item["marks"] = [text[s - 1:s].replace("\u00a0", "") or text[s - 2:s - 1], text[e:e + 1].replace("\u00a0", "") or text[e + 1:e + 2]]
                    if not re.match(r"[\"'«»“”„‟‘’״]", item["marks"][0] or "x"):
                        del item["marks"]
                if who:
                    item["speakers"] = [speaker(x) for x in who.split("+")]
                if via:
                    item["via"] = speaker(via)
                if other:
                    item["x-accept-speakers"] = other.split("+")
                if qid[0] != "t" and pending:
                    item["cue"], pending = pending, None
                if qid[0] != "t":
                    last = item
                if len(qid) > 1:
                    by_id[qid] = item
                quotes.append(item)
                continue
            m = re.fullmatch(r"([POLVD]\.[\w-]+)([~?]?)", head)
            if not m:
                sys.exit(f"{path}: what is {head!r}?")
            ent = entities.setdefault(m[1], {"id": m[1], "name": "", "type": TYPES[m[1][0]], "mentions": []})
            ent["mentions"].append({"anchor": a, "kind": "nominal" if m[2] == "~" else "name"})
            if m[2] == "?":
                ent.setdefault("x-optional", []).append({k: a[k] for k in ("block", "start", "end")})
    for q in quotes:
        a = q["anchors"][0]
        inside = [p for p in quotes if p is not q and any(b["block"] == a["block"] and b["start"] <= a["start"] and a["end"] <= b["end"] for b in p["anchors"])]
        inside = [p for p in inside if p["kind"] != "indirect"]
        if inside and q["kind"] != "indirect":
            q["parent"] = inside[-1]["id"]
    for i, ent in entities.items():
        named = [m["anchor"]["exact"] for m in ent["mentions"] if m["kind"] == "name"] or [m["anchor"]["exact"] for m in ent["mentions"]]
        ent["name"] = names.get(i) or max(named, key=len)
        if i in values:
            ent["value"] = values[i]
    for q in quotes:
        for s in [*q.get("speakers", []), *([q["via"]] if "via" in q else []), *({"entity": x} for x in q.get("x-accept-speakers", []))]:
            if "entity" in s and s["entity"] not in entities:
                sys.exit(f"{path}: nobody is called {s['entity']}")
    out = {"format": "newsreader-article/1", "id": meta["id"], "inLanguage": meta["lang"], "offsetUnit": "codepoint"}
    if "date" in meta:
        out["datePublished"] = meta["date"]
    out |= {"blocks": blocks, "entities": list(entities.values()), "quotes": quotes}
    target = path.parent.parent / meta["set"] / f"{meta['id']}.json"
    target.write_text(json.dumps(out, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    words = sum(len(b["text"].split()) for b in blocks)
    c = collections.Counter(q["kind"] for q in quotes)
    print(f"{meta['id']:6} {meta['set']:10} {words:4} words  {sum(len(e['mentions']) for e in entities.values()):3} mentions  {dict(c)}")


if __name__ == "__main__":
    for p in sorted((pathlib.Path(__file__).parent / "source").glob("*.txt")):
        build(p)
