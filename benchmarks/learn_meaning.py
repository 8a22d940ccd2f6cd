"""Teach the small language model what leaves something to do, and of which kind; write minutes/meaning/model.onnx.

    pip install torch transformers onnx onnxruntime -r requirements/production.txt    (in an environment of its own)
    python -m benchmarks.learn_meaning ../shared/corpus/dev MODEL_FOLDER [--rounds 2] [--runs 2]

MODEL_FOLDER holds all-MiniLM-L6-v2 as its makers publish it (config.json, model.safetensors, vocab.txt). It is taught
three things at once, from the documents that the tables of weights are learned from: whether a sentence, read with its
neighbours, leaves somebody something to do; which kind a follow-up is; whether two quotes are of one follow-up. The
vectors of the words stay as they are, so that a word that our minutes never use still stands beside its like. What is
written is the mean of the weights of several runs, each in an order of its own. A run takes a quarter of an hour on two
cores that have nothing else to do. The held-out third is not read.
"""

import argparse
import itertools
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch.nn import functional
from transformers import AutoModel

from benchmarks.learning_rows import read_pairs, read_rows
from minutes.meaning import model as reading
from minutes.meaning.pieces import VOCABULARY
from minutes.what.kinds import KINDS

BATCH, AHEAD = 32, 50  # rows; batches that are sorted by length together
SENTENCE, KIND, PAIR = 0, 1, 2  # what a row asks
RATE, HEAD_RATE, WARM = 8e-5, 1e-3, 0.06


class Reader(torch.nn.Module):
    """The model with three heads: one number for a sentence, one for each kind, one for a pair."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.body = AutoModel.from_pretrained(folder)
        pieces = [line for line in (Path(folder) / "vocab.txt").read_text().split("\n") if line]
        places = {piece: number for number, piece in enumerate(pieces)}
        kept = self.body.embeddings.word_embeddings.weight.data[[places[piece] for piece in VOCABULARY]]
        self.body.embeddings.word_embeddings = torch.nn.Embedding.from_pretrained(kept, freeze=True)
        self.body.pooler = None
        width = self.body.config.hidden_size
        self.sentence = torch.nn.Linear(2 * width, 1)
        self.kinds = torch.nn.Linear(2 * width, len(KINDS))
        self.same = torch.nn.Linear(2 * width, 1)
        self.dropout = torch.nn.Dropout(0.1)

    def forward(self, pieces: Any, parts: Any) -> tuple[Any, Any, Any]:
        """`parts`: 1 where a piece is of the sentence itself, 0 where of its neighbours, -1 where there is none."""
        there, own = (parts >= 0).long(), (parts > 0).float().unsqueeze(-1)
        read = self.body(input_ids=pieces, token_type_ids=(parts == 0).long(), attention_mask=there).last_hidden_state
        mean = (read * own).sum(1) / own.sum(1)
        whole = self.dropout(torch.cat([read[:, 0], mean], 1))
        return self.sentence(whole).squeeze(-1), self.kinds(whole), self.same(whole).squeeze(-1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("model", help="the folder of all-MiniLM-L6-v2")
    parser.add_argument("--rounds", type=float, default=2.0)
    parser.add_argument("--runs", type=int, default=2)
    args = parser.parse_args()
    rows = rows_of(args.corpus)
    write(mean([taught(args.model, rows, args.rounds, run) for run in range(args.runs)]))


def taught(model: str, rows: list[Any], rounds: float, run: int) -> Reader:
    """A reader that has gone through the rows in the run's own order; all runs begin alike."""
    torch.manual_seed(0)
    reader = Reader(model)
    torch.manual_seed(run)
    random.seed(run)
    teach(reader, rows, rounds)
    return reader


def mean(readers: list[Reader]) -> Reader:
    """The first reader with the mean of the weights of all."""
    weights = [reader.state_dict() for reader in readers]
    readers[0].load_state_dict({name: sum(each[name] for each in weights) / len(weights) for name in weights[0]})
    return readers[0]


def rows_of(corpus: Path) -> list[Any]:
    """(what the model reads, what it asks, what is right, what it counts for) of every row."""
    sentences, kinds = read_rows(corpus)
    rows = [(reading.of_sentence(row.told), SENTENCE, float(row.is_action), row.counts) for row in sentences]
    rows += [(reading.of_words(row.words), KIND, shares(row.right), row.counts) for row in kinds]
    pairs = read_pairs(corpus)
    return rows + [(reading.of_pair(row.first, row.before, row.second), PAIR, float(row.is_same), 1.0) for row in pairs]


def shares(right: list[str]) -> list[float]:
    """What each kind is right by, together 1."""
    return [right.count(kind) / len(right) for kind in KINDS]


def teach(reader: Reader, rows: list[Any], rounds: float) -> None:
    body = [weight for weight in reader.body.parameters() if weight.requires_grad]
    heads = [*reader.sentence.parameters(), *reader.kinds.parameters(), *reader.same.parameters()]
    ways = [{"params": body, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}]
    optimiser = torch.optim.AdamW(ways, weight_decay=0.01)
    steps = int(rounds * len(batches(rows)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (WARM * steps), max(0.0, (steps - step) / steps))
    )
    for step, batch in enumerate(itertools.islice(round_after_round(rows), steps)):
        loss = loss_of(reader, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad()
        if step % 100 == 0:
            print(f"batch {step} of {steps}: {loss.item():.3f}", flush=True)


def round_after_round(rows: list[Any]) -> Iterator[list[Any]]:
    while True:
        yield from batches(rows)


def batches(rows: list[Any]) -> list[list[Any]]:
    """The rows in a new order, those that ask the same and are of like length together."""
    found = []
    for asks in (SENTENCE, KIND, PAIR):
        part = [row for row in rows if row[1] == asks]
        random.shuffle(part)
        for at in range(0, len(part), BATCH * AHEAD):
            near = sorted(part[at : at + BATCH * AHEAD], key=lambda row: len(row[0][0]))
            found += [near[i : i + BATCH] for i in range(0, len(near), BATCH)]
    random.shuffle(found)
    return found


def loss_of(reader: Reader, batch: list[Any]) -> Any:
    pieces, parts = (torch.from_numpy(array) for array in reading.padded([row[0] for row in batch]))
    asks, right, counts = batch[0][1], *(torch.tensor([row[i] for row in batch]) for i in (2, 3))
    with torch.autocast("cpu", dtype=torch.bfloat16):  # three times as fast, and no worse
        said = reader(pieces, parts)[asks].float()
    if asks == KIND:
        return (functional.cross_entropy(said, right, reduction="none") * counts).mean()
    return functional.binary_cross_entropy_with_logits(said, right, weight=counts)


def write(reader: Reader) -> None:
    """The model with weights of eight bits, of which seven are used: its sums come out alike on every processor."""
    example = tuple(torch.from_numpy(array) for array in reading.padded([reading.of_words("To be sent.")]))
    axes = {name: {0: "rows", 1: "length"} for name in ("pieces", "parts")}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            reader.eval(),
            example,
            whole,
            input_names=["pieces", "parts"],
            output_names=["sentence", "kinds", "same"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, reading.PATH, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


if __name__ == "__main__":
    main()
