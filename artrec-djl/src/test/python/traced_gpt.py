# Writes model.pt and logits.txt of artrec-djl's TracedModelTest, as an application would trace a model of its own.
# With Debian's python3-torch 1.13.1, from this module's folder:
#   python3 src/test/python/traced_gpt.py src/test/resources/io/artrec/djl/causal/traced
import math
import os
import sys
import torch

VOCABULARY, HIDDEN, LAYERS, HEADS, POSITIONS = 257, 16, 2, 2, 64
SIZE = HIDDEN // HEADS


class Layer(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.norm = torch.nn.LayerNorm(HIDDEN)
        self.all = torch.nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = torch.nn.Linear(HIDDEN, HIDDEN)
        self.second = torch.nn.LayerNorm(HIDDEN)
        self.inner = torch.nn.Linear(HIDDEN, 4 * HIDDEN)
        self.outer = torch.nn.Linear(4 * HIDDEN, HIDDEN)
        self.dropout = torch.nn.Dropout(0.5)

    def forward(self, x, bias, past):
        rows, count, _ = x.shape
        parts = self.all(self.norm(x)).view(rows, count, 3, HEADS, SIZE).permute(2, 0, 3, 1, 4)
        key = torch.cat([past[0], parts[1]], dim=2)
        value = torch.cat([past[1], parts[2]], dim=2)
        scores = parts[0] @ key.transpose(2, 3) / math.sqrt(SIZE) + bias
        heads = torch.softmax(scores, dim=-1) @ value
        x = x + self.dropout(self.out(heads.transpose(1, 2).reshape(rows, count, HIDDEN)))
        return x + self.outer(torch.nn.functional.gelu(self.inner(self.second(x)))), (key, value)


class Gpt(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.words = torch.nn.Embedding(VOCABULARY, HIDDEN)
        self.places = torch.nn.Embedding(POSITIONS, HIDDEN)
        self.layers = torch.nn.ModuleList(Layer() for _ in range(LAYERS))
        self.norm = torch.nn.LayerNorm(HIDDEN)

    def forward(self, input_ids, position_ids, attention_mask, past_key_values):
        x = self.words(input_ids) + self.places(position_ids)
        at = attention_mask.cumsum(1) - 1
        later = at[:, None, None, :] > position_ids[:, None, :, None]
        bias = later.to(torch.float32) * -1e9
        kept = []
        for layer, past in zip(self.layers, past_key_values):
            x, pair = layer(x, bias, past)
            kept.append(pair)
        return self.norm(x) @ self.words.weight.t(), tuple(kept)


def inputs(ids, read):
    count = len(ids)
    past = tuple((torch.zeros(1, HEADS, read, SIZE), torch.zeros(1, HEADS, read, SIZE)) for _ in range(LAYERS))
    return (torch.tensor([ids]), torch.arange(read, read + count)[None, :],
            torch.ones(1, read + count, dtype=torch.int64), past)


torch.manual_seed(1)
model = Gpt().eval()
folder = sys.argv[1]
with torch.no_grad():
    # Three tokens after two, so that neither number is taken for a fixed one.
    torch.jit.trace(model, inputs([1, 2, 3], 2)).save(os.path.join(folder, "model.pt"))
    text = list("A calm sea, 1889.".encode())
    logits = model(*inputs(text, 0))[0][0]
with open(os.path.join(folder, "logits.txt"), "w") as out:
    for row in logits:
        out.write(" ".join("%.6f" % value for value in row[:40].tolist()) + "\n")
