package io.artrec.text.analysis;

import java.util.List;

/** Terms of a dictionary kept whole; what lies between them goes to another segmenter. */
final class DictionaryTokens implements Tokenizing {
  private final MaximumMatching matching;
  private final Tokenizing rest;

  DictionaryTokens(TermDictionary dictionary, Tokenizing rest) {
    matching = MaximumMatching.of(dictionary);
    this.rest = rest;
  }

  @Override
  public int tokens(String text, Sink sink) {
    List<MaximumMatching.Piece> pieces = matching.pieces(text);
    int gap = 0;
    int skipped = 0;
    for (MaximumMatching.Piece piece : pieces) {
      if (piece.known()) {
        skipped = between(text, gap, piece.start(), skipped, sink);
        String term = new String(TextFolding.lowerCase(text.substring(piece.start(), piece.end())));
        sink.accept(term, piece.start(), piece.end(), 1 + skipped);
        skipped = 0;
        gap = piece.end();
      }
    }
    return between(text, gap, text.length(), skipped, sink);
  }

  /** Passes on the terms of a gap; returns the positions skipped after the last of them. */
  private int between(String text, int from, int to, int skippedBefore, Sink sink) {
    if (from >= to) {
      return skippedBefore;
    }
    int[] skipped = {skippedBefore};
    int after =
        rest.tokens(
            text.substring(from, to),
            (term, start, end, increment) -> {
              sink.accept(term, from + start, from + end, increment + skipped[0]);
              skipped[0] = 0;
            });
    return skipped[0] + after;
  }
}
