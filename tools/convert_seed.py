#!/usr/bin/env python3
"""Writes the bundled article in the formats that the reader opens, for tests/formats_converted.rs.

    tools/convert_seed.py [--node DIRECTORY] [OUTPUT]

What a tool can make is made by the tool: trafilatura, newspaper4k and spaCy (PyPI), Readability with jsdom and the
Postlight Parser (npm, in the node_modules of DIRECTORY). A tool that is not there is passed over, and its file stays as
it was. The others are written here, as their documentation says. OUTPUT is tests/samples/seed.
"""

import argparse
import gzip
import html
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SEED = json.load(open(os.path.join(HERE, "..", "assets", "article.json"), encoding="utf-8"))
BLOCKS = SEED["blocks"]
TITLE = BLOCKS[0]["text"]
BODY = BLOCKS[1:]
URL = "https://example.org/article/1"
DATE = "2024-11-19T10:30:00Z"

# ---------------------------------------------------------------------------------------------------------------------
# The article in other forms


def tag(block):
    return "h2" if block["type"] == "heading" else "p"


def html_body(blocks=BODY):
    return "\n".join(f"<{tag(b)}>{html.escape(b['text'], quote=False)}</{tag(b)}>" for b in blocks)


def page():
    head = f"<title>{html.escape(TITLE)}</title><meta charset='utf-8'><meta property='og:type' content='article'>"
    article = f"<article><h1>{html.escape(TITLE)}</h1>\n{html_body()}\n</article>"
    return f"<!DOCTYPE html>\n<html lang='ar' dir='rtl'><head>{head}</head><body><main>{article}</main></body></html>"


def whole(between, blocks=BLOCKS):
    """The text of all blocks, and where each begins, in code points."""
    text, starts = "", {}
    for block in blocks:
        text += between if text else ""
        starts[block["id"]] = len(text)
        text += block["text"]
    return text, starts


def mentions(starts):
    """Start, end, type, entity number of each mention, in the order of the text; in code points."""
    found = []
    for number, entity in enumerate(SEED["entities"]):
        for mention in entity["mentions"]:
            anchor = mention["anchor"]
            start = starts[anchor["block"]]
            found.append((start + anchor["start"], start + anchor["end"], entity["type"], number))
    return sorted(found)


def utf16(text, offset):
    return len(text[:offset].encode("utf-16-le")) // 2


def tokens(text, places):
    """Words, punctuation marks, and everything cut where an annotation begins or ends: start and end of each."""
    cuts = {offset for start, end, *_ in places for offset in (start, end)}
    spans = []
    for match in re.finditer(r"\w+|[^\w\s]", text):
        start = match.start()
        inner = sorted(cut for cut in cuts if start < cut < match.end())
        for end in [*inner, match.end()]:
            spans.append((start, end))
            start = end
    return spans


# ---------------------------------------------------------------------------------------------------------------------
# The real tools


def trafilatura_json():
    import trafilatura

    return json.loads(trafilatura.extract(page(), url=URL, output_format="json", with_metadata=True, favor_recall=True))


def newspaper_json():
    import newspaper

    article = newspaper.Article(URL, language="ar")
    article.download(input_html=page())
    article.parse()
    made = article.to_json()
    return json.loads(made) if isinstance(made, str) else made


def spacy_json():
    import spacy
    from spacy.tokens import Doc, Span

    text, starts = whole("\n\n")
    places = mentions(starts)
    # spaCy's own way to write white space: a token for what is more than one space.
    words, spaces, at = [], [], 0
    for start, end in tokens(text, places):
        gap = text[at:start]
        if gap == " " and words:
            spaces[-1] = True
        elif gap:
            words.append(gap)
            spaces.append(False)
        words.append(text[start:end])
        spaces.append(False)
        at = end
    doc = Doc(spacy.blank("ar").vocab, words=words, spaces=spaces)
    assert doc.text == text
    made = [doc.char_span(start, end, label=label) for start, end, label, _ in places]
    assert all(isinstance(span, Span) for span in made)
    doc.spans["sc"] = made
    return doc.to_json()


JAVASCRIPT = """
const page = require('fs').readFileSync(0, 'utf8');
const url = process.argv[2];
if (process.argv[1] === 'readability') {
  const { Readability } = require('@mozilla/readability');
  const { JSDOM } = require('jsdom');
  console.log(JSON.stringify(new Readability(new JSDOM(page, { url }).window.document).parse()));
} else {
  require('@postlight/parser').parse(url, { html: page }).then((made) => console.log(JSON.stringify(made)));
}
"""


def node(tool, directory):
    environment = {**os.environ, "NODE_PATH": os.path.join(os.path.abspath(directory), "node_modules")}
    command = ["node", "-e", JAVASCRIPT, tool, URL]
    made = subprocess.run(command, input=page(), capture_output=True, text=True, env=environment, check=True)
    return json.loads(made.stdout)


# ---------------------------------------------------------------------------------------------------------------------
# Written here


def json_ld():
    types = {"PERSON": "Person", "ORG": "Organization", "PLACE": "Place", "EVENT": "Event"}
    about = [{"@type": types.get(e["type"], "Thing"), "name": e["name"]} for e in SEED["entities"]]
    return {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Sputnik", "url": "https://example.org"},
            {
                "@type": "NewsArticle",
                "headline": TITLE,
                "articleBody": whole("\n\n", BODY)[0],
                "inLanguage": "ar",
                "datePublished": DATE,
                "author": {"@type": "Organization", "name": "Sputnik"},
                "mentions": about,
            },
        ],
    }


def ninjs_1():
    keys = {"PERSON": "person", "ORG": "organisation", "PLACE": "place"}
    item = {"uri": URL, "type": "text", "versioncreated": DATE, "language": "ar", "headline": TITLE, "body_html": html_body()}
    for entity in SEED["entities"]:
        if entity["type"] in keys:
            item.setdefault(keys[entity["type"]], []).append({"name": entity["name"]})
    return item


def ninjs_2():
    item = ninjs_1()
    people = {"people": "person", "organisations": "organisation", "places": "place"}
    bodies = [
        {"role": "text", "contenttype": "text/plain", "value": whole("\n", BODY)[0]},
        {"role": "html", "contenttype": "text/html", "value": item.pop("body_html")},
    ]
    lists = {new: item.pop(old) for new, old in people.items()}
    headlines = [{"role": "main", "value": item.pop("headline")}]
    return {**item, "headlines": headlines, "bodies": bodies, **lists}


def ninjs_3():
    item = ninjs_2()
    item["versionCreated"] = item.pop("versioncreated")
    for body in item["bodies"]:
        body["contentType"] = body.pop("contenttype")
    return {"standard": {"name": "ninjs", "version": "3.0"}, **item}


def ans():
    def element(block):
        header = {"type": "header", "level": 2, "content": block["text"]}
        return header if block["type"] == "heading" else {"type": "text", "content": html.escape(block["text"], quote=False)}

    return {
        "type": "story",
        "version": "0.10.9",
        "language": "ar",
        "headlines": {"basic": TITLE},
        "display_date": DATE,
        "content_elements": [element(block) for block in BODY],
        "taxonomy": {"named_entities": [{"_id": e["id"], "name": e["name"], "type": e["type"]} for e in SEED["entities"]]},
    }


def apple_news():
    def component(block):
        return {"role": "heading2" if block["type"] == "heading" else "body", "text": block["text"]}

    title = {"role": "title", "text": TITLE}
    header = {"role": "header", "components": [title]}
    return {"version": "1.7", "identifier": "x", "title": TITLE, "language": "ar", "layout": {"columns": 7, "width": 1024},
            "components": [header, *map(component, BODY)]}


def json_feed():
    item = {"id": URL, "url": URL, "title": TITLE, "content_html": html_body(), "date_published": DATE}
    return {"version": "https://jsonfeed.org/version/1.1", "title": "Sputnik", "language": "ar", "items": [item]}


def wordpress():
    return [{"id": 1, "date": "2024-11-19T12:30:00", "date_gmt": "2024-11-19T10:30:00", "link": URL, "type": "post",
             "title": {"rendered": html.escape(TITLE)}, "content": {"rendered": html_body(), "protected": False},
             "excerpt": {"rendered": "<p>…</p>", "protected": False}}]


def guardian():
    content = {"id": "x", "type": "article", "sectionId": "world", "webPublicationDate": DATE, "webTitle": TITLE, "webUrl": URL,
               "apiUrl": URL, "fields": {"headline": TITLE, "body": html_body(), "lang": "ar"}, "tags": []}
    return {"response": {"status": "ok", "total": 1, "content": content}}


def wallabag():
    return [{"id": 1, "title": TITLE, "url": URL, "content": html_body(), "created_at": DATE, "is_archived": 0, "is_starred": 0,
             "tags": [], "annotations": [], "mimetype": "text/html", "language": "ar", "reading_time": 3, "domain_name": "example.org"}]


def fundus():
    sections, section = [], {"headline": [], "paragraphs": []}
    for block in BODY:
        if block["type"] == "heading":
            sections.append(section)
            section = {"headline": [block["text"]], "paragraphs": []}
        else:
            section["paragraphs"].append(block["text"])
    return {"title": TITLE, "authors": [], "publishing_date": "2024-11-19 10:30:00+00:00", "topics": [], "free_access": True,
            "body": {"summary": [], "sections": [*sections, section]}}


def event_registry():
    kinds = {"PERSON": "person", "ORG": "org", "PLACE": "loc"}
    concepts = [{"uri": f"http://ar.wikipedia.org/wiki/{e['name'].replace(' ', '_')}", "type": kinds.get(e["type"], "wiki"),
                 "score": 3, "label": {"ara": e["name"]}} for e in SEED["entities"]]
    item = {"uri": "1", "lang": "ara", "isDuplicate": False, "date": "2024-11-19", "time": "10:30:00", "dateTime": DATE,
            "dateTimePub": DATE, "dataType": "news", "url": URL, "title": TITLE, "body": whole("\n\n", BODY)[0],
            "source": {"uri": "example.org", "dataType": "news", "title": "Sputnik"}, "authors": [], "concepts": concepts}
    return {"articles": {"results": [item], "totalResults": 1, "page": 1, "count": 1, "pages": 1}}


def bbc():
    def paragraph(text):
        fragment = {"type": "fragment", "model": {"text": text, "attributes": []}}
        return {"type": "text", "model": {"blocks": [{"type": "paragraph", "model": {"text": text, "blocks": [fragment]}}]}}

    def block(kind, text):
        return paragraph(text) if kind == "text" else {"type": kind, "model": {"blocks": [paragraph(text)]}}

    blocks = [block("headline", TITLE)] + [block("subheadline" if b["type"] == "heading" else "text", b["text"]) for b in BODY]
    about = [{"thingLabel": e["name"], "thingType": [e["type"].title()], "thingUri": URL} for e in SEED["entities"]]
    metadata = {"type": "article", "firstPublished": 1732012200000, "passport": {"language": "ar"}, "tags": {"about": about}}
    return {"data": {"article": {"metadata": metadata, "content": {"model": {"blocks": blocks}}, "promo": {}}}}


def news_please():
    return {"authors": [], "date_download": None, "date_publish": "2024-11-19 10:30:00", "description": None, "filename": "x.json",
            "image_url": None, "language": "ar", "localpath": None, "source_domain": "example.org", "maintext": whole("\n", BODY)[0],
            "title": TITLE, "url": URL}


def elasticsearch():
    source = {"title": TITLE, "content": whole("\n\n", BODY)[0], "url": URL, "published_at": DATE}
    hit = {"_index": "news", "_id": "1", "_score": 1.0, "_source": source}
    return {"took": 1, "timed_out": False, "hits": {"total": {"value": 1, "relation": "eq"}, "hits": [hit]}}


def flat_lines():
    return [{"title": TITLE, "text": whole("\n", BODY)[0], "date": "2024-11-19", "source": "Sputnik"}]


def prodigy():
    text, starts = whole("\n\n")
    spans = [{"start": start, "end": end, "label": label} for start, end, label, _ in mentions(starts)]
    return [{"text": text, "spans": spans, "answer": "accept", "_input_hash": 1, "_task_hash": 2, "meta": {"language": "ar"}}]


def doccano():
    text, starts = whole("\n")
    return [{"id": 1, "text": text, "label": [[start, end, label] for start, end, label, _ in mentions(starts)], "Comments": []}]


def displacy():
    text, starts = whole("\n\n")
    return {"text": text, "ents": [{"start": s, "end": e, "label": label} for s, e, label, _ in mentions(starts)], "title": None}


def corenlp():
    text, starts = whole("\n\n")
    places = mentions(starts)
    quotes, number = [], {e["id"]: e["name"] for e in SEED["entities"]}
    for quote in SEED["quotes"]:
        anchor = quote["anchors"][0]
        start = starts[anchor["block"]] + anchor["start"]
        end = start + anchor["end"] - anchor["start"]
        speaker = next((number[s["entity"]] for s in quote.get("speakers", []) if "entity" in s), "Unknown")
        quotes.append({"id": len(quotes), "text": text[start - 1 : end + 1], "beginIndex": utf16(text, start - 1),
                       "endIndex": utf16(text, end + 1), "speaker": speaker, "canonicalSpeaker": speaker})
    words = tokens(text, [*places, *((starts[b["id"]], starts[b["id"]]) for b in BLOCKS)])
    sentences = []
    for block in BLOCKS:
        first, last = starts[block["id"]], starts[block["id"]] + len(block["text"])
        inside = [at for at, (start, _) in enumerate(words) if first <= start < last]
        made = []
        for at in inside:
            start, end = words[at]
            before = text[words[at - 1][1] if at else 0 : start]
            after = text[end : words[at + 1][0] if at + 1 < len(words) else len(text)]
            made.append({"index": len(made) + 1, "word": text[start:end], "originalText": text[start:end],
                         "characterOffsetBegin": utf16(text, start), "characterOffsetEnd": utf16(text, end), "ner": "O",
                         "before": before, "after": after})
        named = [{"text": text[s:e], "characterOffsetBegin": utf16(text, s), "characterOffsetEnd": utf16(text, e), "ner": label}
                 for s, e, label, _ in places if first <= s < last]
        sentences.append({"index": len(sentences), "entitymentions": named, "tokens": made})
    return {"docDate": "2024-11-19", "sentences": sentences, "quotes": quotes}


def stanza():
    text, starts = whole("\n\n")
    # BIOES has no room for a mention in another: the longer one is taken.
    places = []
    for start, end, label, number in sorted(mentions(starts), key=lambda place: place[0] - place[1]):
        if all(end <= other[0] or other[1] <= start for other in places):
            places.append((start, end, label, number))
    words = tokens(text, places)
    sentences = []
    for block in BLOCKS:
        first, last = starts[block["id"]], starts[block["id"]] + len(block["text"])
        made = []
        for start, end in (word for word in words if first <= word[0] < last):
            ner = "O"
            for begin, stop, label, _ in places:
                if begin <= start and end <= stop:
                    position = {(True, True): "S", (True, False): "B", (False, True): "E"}.get((start == begin, end == stop), "I")
                    ner = f"{position}-{label}"
            made.append({"id": len(made) + 1, "text": text[start:end], "upos": "X", "start_char": start, "end_char": end, "ner": ner})
        sentences.append(made)
    return sentences


def uima():
    text, starts = whole("\n")
    kind = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
    structures = [{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text", "sofaString": text}]
    for start, end, label, _ in mentions(starts):
        structures.append({"%ID": len(structures) + 1, "%TYPE": kind, "@sofa": 1, "begin": utf16(text, start), "end": utf16(text, end), "value": label})
    members = [one["%ID"] for one in structures[1:]]
    return {"%TYPES": {}, "%FEATURE_STRUCTURES": structures, "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": members}}}


def label_studio():
    text, starts = whole("\n")
    results = [{"id": str(at), "from_name": "label", "to_name": "text", "type": "labels",
                "value": {"start": utf16(text, s), "end": utf16(text, e), "text": text[s:e], "labels": [label]}}
               for at, (s, e, label, _) in enumerate(mentions(starts))]
    return [{"id": 1, "data": {"text": text}, "annotations": [{"id": 1, "result": results, "was_cancelled": False}], "predictions": []}]


def brat_ann():
    text, starts = whole("\n")
    return "".join(f"T{at + 1}\t{label} {s} {e}\t{text[s:e]}\n" for at, (s, e, label, _) in enumerate(mentions(starts)))


def web_annotations():
    text, starts = whole("\n")
    items = [{"type": "Annotation", "motivation": "tagging", "body": {"type": "TextualBody", "purpose": "tagging", "value": label},
              "target": {"source": URL, "selector": [{"type": "TextQuoteSelector", "exact": text[s:e], "prefix": text[max(0, s - 9) : s], "suffix": text[e : e + 9]},
                                                      {"type": "TextPositionSelector", "start": s, "end": e}]}}
             for s, e, label, _ in mentions(starts)]
    return {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": items}


def google():
    text, starts = whole("\n")
    entities = []
    for number, entity in enumerate(SEED["entities"]):
        places = [(s, e) for s, e, _, of in mentions(starts) if of == number]
        made = [{"text": {"content": text[s:e], "beginOffset": len(text[:s].encode())}, "type": "PROPER"} for s, e in places]
        entities.append({"name": entity["name"], "type": entity["type"], "metadata": {}, "salience": 0.03, "mentions": made})
    return {"entities": entities, "language": "ar"}


def aws():
    text, starts = whole("\n")
    return {"Entities": [{"Score": 0.9, "Type": label, "Text": text[s:e], "BeginOffset": s, "EndOffset": e} for s, e, label, _ in mentions(starts)]}


def azure():
    text, starts = whole("\n")
    entities = [{"text": text[s:e], "category": label, "offset": utf16(text, s), "length": utf16(text, e) - utf16(text, s), "confidenceScore": 0.9}
                for s, e, label, _ in mentions(starts)]
    return {"kind": "EntityRecognitionResults", "results": {"documents": [{"id": "1", "entities": entities, "warnings": []}], "errors": [], "modelVersion": "x"}}


WRITTEN = {
    "json_ld.json": json_ld, "ninjs_1.json": ninjs_1, "ninjs_2.json": ninjs_2, "ninjs_3.json": ninjs_3, "ans.json": ans,
    "apple_news.json": apple_news, "json_feed.json": json_feed, "wordpress.json": wordpress, "guardian.json": guardian,
    "wallabag.json": wallabag, "fundus.json": fundus, "event_registry.json": event_registry, "bbc.json.gz": bbc,
    "news_please.json": news_please, "elasticsearch.json": elasticsearch, "flat.jsonl": flat_lines, "prodigy.jsonl": prodigy,
    "doccano.jsonl": doccano, "displacy.json": displacy, "corenlp.json.gz": corenlp, "stanza.json.gz": stanza, "uima.json.gz": uima,
    "label_studio.json.gz": label_studio, "web_annotation.json.gz": web_annotations, "google.json.gz": google,
    "aws.json.gz": aws, "azure.json.gz": azure,
}


def write(path, value):
    if path.endswith(".jsonl"):
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in value)
    else:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
    data = text.encode()
    # Without the time, so that the same article gives the same file.
    data = gzip.compress(data, mtime=0) if path.endswith(".gz") else data
    with open(path, "wb") as file:
        file.write(data)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--node", metavar="DIRECTORY")
    arguments.add_argument("output", nargs="?", default=os.path.join(HERE, "..", "tests", "samples", "seed"))
    arguments = arguments.parse_args()
    os.makedirs(arguments.output, exist_ok=True)
    tools = {"trafilatura.json": trafilatura_json, "newspaper4k.json": newspaper_json, "spacy.json.gz": spacy_json}
    if arguments.node:
        tools["readability.json"] = lambda: node("readability", arguments.node)
        tools["postlight.json"] = lambda: node("postlight", arguments.node)
    for name, make in {**tools, **WRITTEN}.items():
        try:
            write(os.path.join(arguments.output, name), make())
        except (ImportError, subprocess.CalledProcessError) as error:
            print(f"{name}: not made: {error}", file=sys.stderr)
    for name, text in {"brat.txt": whole("\n")[0] + "\n", "brat.ann": brat_ann()}.items():
        with open(os.path.join(arguments.output, name), "w", encoding="utf-8") as file:
            file.write(text)


if __name__ == "__main__":
    main()
