package io.artrec.text.terms.internal;

import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.task.Workers;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.terms.Vocabulary;
import io.artrec.text.terms.VocabularyLimits;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Learns the vocabulary of texts and counts its terms, on several threads; the result does not
 * depend on how many. Immutable; refined by chained copies. O(characters); while it learns, 8 bytes
 * for each different term of each text, and every term once.
 */
public final class TermCounter {
  private static final String STAGE = "counting terms";

  private final TextAnalysis analysis;
  private final VocabularyLimits limits;
  private final int threads;
  private final Progress progress;
  private final Cancellation cancellation;

  private TermCounter(
      TextAnalysis analysis,
      VocabularyLimits limits,
      int threads,
      Progress progress,
      Cancellation cancellation) {
    this.analysis = analysis;
    this.limits = limits;
    this.threads = threads;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /**
   * {@return a counter that keeps the terms of two texts or more, on as many threads as processors}
   *
   * @param analysis turns texts into terms
   */
  public static TermCounter of(TextAnalysis analysis) {
    return new TermCounter(
        Objects.requireNonNull(analysis, "analysis"),
        VocabularyLimits.shared(),
        Runtime.getRuntime().availableProcessors(),
        Progress.silent(),
        new Cancellation());
  }

  /**
   * {@return this counter with other limits for the vocabulary}
   *
   * @param terms which terms are kept
   */
  public TermCounter limits(VocabularyLimits terms) {
    Objects.requireNonNull(terms, "terms");
    return new TermCounter(analysis, terms, threads, progress, cancellation);
  }

  /**
   * {@return this counter on another number of threads}
   *
   * @param count 1 or more
   */
  public TermCounter threads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("threads is " + count + ", expected 1 or more");
    }
    return new TermCounter(analysis, limits, count, progress, cancellation);
  }

  /**
   * {@return this counter telling how far it is}
   *
   * @param listener hears of counted texts
   */
  public TermCounter progress(Progress listener) {
    Objects.requireNonNull(listener, "listener");
    return new TermCounter(analysis, limits, threads, listener, cancellation);
  }

  /**
   * {@return this counter with a way to stop it}
   *
   * @param token stops counting
   */
  public TermCounter cancellation(Cancellation token) {
    Objects.requireNonNull(token, "token");
    return new TermCounter(analysis, limits, threads, progress, token);
  }

  /**
   * Learns a vocabulary and counts its terms.
   *
   * @param texts the texts
   * @return the counts, a row for each text
   * @throws io.artrec.task.CancelledException when it was cancelled or interrupted
   */
  public TermDocuments learn(List<String> texts) {
    return learn(texts.size(), texts::get);
  }

  /**
   * Learns a vocabulary and counts its terms, of texts that are made when they are needed.
   *
   * @param documents how many texts, 0 or more
   * @param text gives the text of a number, 0 to {@code documents - 1}; called by several threads,
   *     once for each
   * @return the counts, a row for each text
   * @throws io.artrec.task.CancelledException when it was cancelled or interrupted
   */
  public TermDocuments learn(int documents, IntFunction<String> text) {
    Map<String, Integer> numbers = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    int[][] rows = new int[documents][];
    int[] lengths = new int[documents];
    inParallel(
        documents,
        d -> {
          IntArrayList found = new IntArrayList();
          analysis.forEachTerm(
              text.apply(d),
              term -> {
                Integer known = numbers.get(term);
                if (known == null) {
                  known = numbers.computeIfAbsent(term, t -> next.getAndIncrement());
                }
                found.add(known.intValue());
              });
          lengths[d] = found.size();
          rows[d] = counted(found);
        });
    String[] terms = new String[next.get()];
    numbers.forEach((term, number) -> terms[number] = term);
    return numbered(terms, rows, lengths);
  }

  /** Which thread met a term first gave its number; here it gets one that only texts decide. */
  private TermDocuments numbered(String[] terms, int[][] rows, int[] lengths) {
    int[] frequencies = new int[terms.length];
    for (int[] row : rows) {
      for (int i = 0; i < row.length; i += 2) {
        frequencies[row[i]]++;
      }
    }
    int[] kept = kept(terms, frequencies, rows.length);
    Vocabulary vocabulary =
        Vocabulary.of(
            Arrays.stream(kept).mapToObj(number -> terms[number]).toList(),
            Arrays.stream(kept).map(number -> frequencies[number]).toArray(),
            rows.length,
            Arrays.stream(lengths).average().orElse(0));
    int[] indices = new int[terms.length];
    Arrays.fill(indices, -1);
    for (int t = 0; t < kept.length; t++) {
      indices[kept[t]] = t;
    }
    return compressed(vocabulary, rows, lengths, indices);
  }

  private void inParallel(int documents, IntConsumer body) {
    Workers.of(threads)
        .progress(progress)
        .cancellation(cancellation)
        .run(
            STAGE,
            documents,
            (from, to) -> {
              for (int d = from; d < to; d++) {
                body.accept(d);
              }
            });
  }

  /**
   * Counts the terms of a vocabulary that was learned before.
   *
   * @param texts the texts
   * @param vocabulary the terms; others add to a text's length only
   * @return the counts, a row for each text
   * @throws io.artrec.task.CancelledException when it was cancelled or interrupted
   */
  public TermDocuments count(List<String> texts, Vocabulary vocabulary) {
    int[][] rows = new int[texts.size()][];
    int[] lengths = new int[texts.size()];
    inParallel(
        texts.size(),
        d -> {
          IntArrayList found = new IntArrayList();
          int[] length = {0};
          analysis.forEachTerm(
              texts.get(d),
              term -> {
                length[0]++;
                int index = vocabulary.index(term);
                if (index >= 0) {
                  found.add(index);
                }
              });
          lengths[d] = length[0];
          rows[d] = counted(found);
        });
    int[] same = IntStream.range(0, vocabulary.size()).toArray();
    return compressed(vocabulary, rows, lengths, same);
  }

  /** The numbers that occur, each followed by its count. */
  static int[] counted(IntArrayList found) {
    int[] numbers = found.elements();
    Arrays.sort(numbers, 0, found.size());
    int different = 0;
    for (int i = 0; i < found.size(); i++) {
      different += i == 0 || numbers[i] != numbers[i - 1] ? 1 : 0;
    }
    int[] row = new int[2 * different];
    int at = -2;
    for (int i = 0; i < found.size(); i++) {
      if (i == 0 || numbers[i] != numbers[i - 1]) {
        at += 2;
        row[at] = numbers[i];
      }
      row[at + 1]++;
    }
    return row;
  }

  private int[] kept(String[] terms, int[] frequencies, int documents) {
    return IntStream.range(0, terms.length)
        .filter(number -> limits.allow(frequencies[number], documents))
        .boxed()
        .sorted(
            Comparator.comparingInt((Integer number) -> -frequencies[number])
                .thenComparing(number -> terms[number]))
        .limit(limits.maxTerms())
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Rows of pairs made one matrix: numbers to indices, those without one left out, sorted. */
  private static TermDocuments compressed(
      Vocabulary vocabulary, int[][] rows, int[] lengths, int[] indices) {
    int[] starts = new int[rows.length + 1];
    long entries = 0;
    for (int d = 0; d < rows.length; d++) {
      for (int i = 0; i < rows[d].length; i += 2) {
        entries += indices[rows[d][i]] >= 0 ? 1 : 0;
      }
      if (entries > Integer.MAX_VALUE - 8) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%,d texts have more than 2,147,483,639 different terms, added up; count them in"
                    + " parts, or keep fewer terms",
                rows.length));
      }
      starts[d + 1] = (int) entries;
    }
    int[] terms = new int[(int) entries];
    int[] counts = new int[(int) entries];
    for (int d = 0; d < rows.length; d++) {
      int[] row = rows[d];
      long[] pairs = new long[starts[d + 1] - starts[d]];
      int n = 0;
      for (int i = 0; i < row.length; i += 2) {
        if (indices[row[i]] >= 0) {
          pairs[n++] = (long) indices[row[i]] << Integer.SIZE | row[i + 1];
        }
      }
      Arrays.sort(pairs);
      for (int i = 0; i < n; i++) {
        terms[starts[d] + i] = (int) (pairs[i] >>> Integer.SIZE);
        counts[starts[d] + i] = (int) pairs[i];
      }
      rows[d] = new int[0];
    }
    return new TermDocuments(vocabulary, starts, terms, counts, lengths);
  }
}
