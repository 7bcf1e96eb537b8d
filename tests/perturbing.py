"""Predictions made from gold by damage that is known: what a scorer must see through."""

from __future__ import annotations

import random

TYPES = ["Person", "Organization", "Location", "Project", "Meeting", "Agreement"]


def perturbed(gold, seed):
    """A predicted document: nodes dropped, renamed, retyped and doubled, triples dropped, turned, given other titles
    and roles, articles cut too long or twice. The same for the same seed."""
    chance = random.Random(f"{gold['document']} {seed}")
    nodes, calls = [], {}
    for node in [*gold["nodes"], *gold["optional"].get("nodes", [])]:
        made = _node(node, chance)
        if made is not None and (made["type"], made["names"][0]) not in {(n["type"], n["names"][0]) for n in nodes}:
            nodes.append(made)
            calls[node["names"][0]] = f"{made['type']}:{made['names'][0]}"
            calls[f"{node['type']}:{node['names'][0]}"] = calls[node["names"][0]]
    if nodes and chance.random() < 0.3:
        nodes.append({"type": chance.choice(TYPES), "names": ["查无此人" + str(chance.randrange(9))]})
    chance.shuffle(nodes)
    triples = []
    for triple in [*gold["triples"], *gold["optional"].get("triples", [])]:
        if triple[0] in calls and triple[2] in calls and chance.random() < 0.85:
            triples.append(_triple([calls[triple[0]], triple[1], calls[triple[2]], *triple[3:]], chance))
    triples += chance.sample(triples, len(triples) // 10)
    return {
        "document": gold["document"],
        "articles": [made for article in gold["articles"] for made in _articles(article, gold, chance)],
        "nodes": nodes,
        "triples": triples,
    }


def _node(node, chance):
    names, fate = list(node["names"]), chance.random()
    if fate < 0.1:
        return None
    if fate < 0.2:
        names[0] = names[0][: max(1, len(names[0]) * 2 // 3)]
    elif fate < 0.3:
        names = [names[0] + "甲乙"[chance.randrange(2)], *names]
    elif fate < 0.4:
        chance.shuffle(names)
    elif fate < 0.5:
        names = ["“" + name + " ”" for name in names]
    kind = chance.choice(TYPES) if chance.random() < 0.05 else node["type"]
    return {"type": kind, "names": names}


def _triple(triple, chance):
    properties = dict(triple[3]) if len(triple) > 3 else {}
    if chance.random() < 0.15:
        triple[0], triple[2] = triple[2], triple[0]
    if "titles" in properties and chance.random() < 0.2:
        properties["titles"] = [*properties["titles"], "顾问"][chance.randrange(2) :]
    if "role" in properties and chance.random() < 0.3:
        properties["role"] = chance.choice(["host", "speaker", "participant"])
    return [*triple[:3], properties] if properties else triple[:3]


def _articles(article, gold, chance):
    text = article["starts"] + "中间的一句话。" * 3 + article["ends"]
    if chance.random() < 0.15:
        text += gold["articles"][-1]["starts"] if chance.random() < 0.5 else "另一件事。" * 60
    date = article.get("date") if chance.random() < 0.8 else "2020-02-02"
    title = (article.get("title") or "")[: chance.randrange(4, 60)]
    made = {"title": title, "text": text, "date": date, "reporters": []}
    return [made] * chance.choice([0, 1, 1, 1, 1, 1, 2])
