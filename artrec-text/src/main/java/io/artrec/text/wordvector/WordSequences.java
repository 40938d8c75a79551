package io.artrec.text.wordvector;

import io.artrec.task.Cancellation;
import io.artrec.task.Workers;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.terms.Vocabulary;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;

/** Texts as the numbers of their words, unknown words left out. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record WordSequences(int[][] texts, long words, long[] frequencies) {
  private static final String STAGE = "reading words";

  static WordSequences of(
      List<String> texts,
      TextAnalysis analysis,
      Vocabulary vocabulary,
      int threads,
      Cancellation cancellation) {
    int[][] rows = new int[texts.size()][];
    Workers.of(threads)
        .cancellation(cancellation)
        .run(
            STAGE,
            rows.length,
            (from, to) -> {
              IntArrayList found = new IntArrayList();
              for (int i = from; i < to; i++) {
                found.clear();
                analysis.forEachTerm(
                    texts.get(i),
                    term -> {
                      int word = vocabulary.index(term);
                      if (word >= 0) {
                        found.add(word);
                      }
                    });
                rows[i] = found.toIntArray();
              }
            });
    long[] frequencies = new long[vocabulary.size()];
    long words = 0;
    for (int[] row : rows) {
      words += row.length;
      for (int word : row) {
        frequencies[word]++;
      }
    }
    return new WordSequences(rows, words, frequencies);
  }
}
