package io.artrec.text.terms.internal;

import io.artrec.text.terms.Vocabulary;
import java.util.Arrays;

/**
 * How often each term of a vocabulary stands in each of many texts: a sparse matrix of counts,
 * {@code [documents × terms]}, compressed by rows. Made by {@link TermCounter}. Immutable and
 * thread-safe; 8 bytes an entry and 12 a document.
 *
 * <p>The entries of document {@code d} are those from {@code start(d)} on, before {@code end(d)},
 * by rising term number:
 *
 * <pre>{@code
 * for (int e = counts.start(d); e < counts.end(d); e++) {
 *   sum += weight[counts.term(e)] * counts.count(e);
 * }
 * }</pre>
 */
public final class TermDocuments {
  private final Vocabulary vocabulary;
  private final int[] starts;
  private final int[] terms;
  private final int[] counts;
  private final int[] lengths;

  TermDocuments(Vocabulary vocabulary, int[] starts, int[] terms, int[] counts, int[] lengths) {
    this.vocabulary = vocabulary;
    this.starts = starts;
    this.terms = terms;
    this.counts = counts;
    this.lengths = lengths;
  }

  /**
   * Returns the terms.
   *
   * @return the vocabulary that term numbers refer to
   */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** {@return the number of documents, those without a term included} */
  public int documents() {
    return lengths.length;
  }

  /**
   * Returns the number of entries.
   *
   * @return different terms of each document, added up
   */
  public int entries() {
    return starts[starts.length - 1];
  }

  /**
   * Returns where a document's entries begin.
   *
   * @param document the row
   * @return the first entry
   */
  public int start(int document) {
    return starts[document];
  }

  /**
   * Returns where a document's entries end.
   *
   * @param document the row
   * @return after the last entry; equal to {@link #start} for a document without a known term
   */
  public int end(int document) {
    return starts[document + 1];
  }

  /**
   * Returns an entry's term.
   *
   * @param entry 0 to {@code entries() - 1}
   * @return the term's number in the vocabulary
   */
  public int term(int entry) {
    return terms[entry];
  }

  /**
   * Returns an entry's count.
   *
   * @param entry 0 to {@code entries() - 1}
   * @return how often the term stands in the document, 1 or more
   */
  public int count(int entry) {
    return counts[entry];
  }

  /**
   * Returns a document's length in terms.
   *
   * @param document the row
   * @return all its terms, repeated ones and those not in the vocabulary included
   */
  public int length(int document) {
    return lengths[document];
  }

  /**
   * Returns the matrix the other way round, term by term.
   *
   * @return the documents of each term, by rising document number
   */
  public Postings postings() {
    int[] from = new int[vocabulary.size() + 1];
    for (int e = 0; e < entries(); e++) {
      from[terms[e] + 1]++;
    }
    for (int t = 0; t < vocabulary.size(); t++) {
      from[t + 1] += from[t];
    }
    int[] next = Arrays.copyOf(from, vocabulary.size());
    int[] documents = new int[entries()];
    int[] frequencies = new int[entries()];
    for (int d = 0; d < documents(); d++) {
      for (int e = starts[d]; e < starts[d + 1]; e++) {
        int at = next[terms[e]]++;
        documents[at] = d;
        frequencies[at] = counts[e];
      }
    }
    return new Postings(from, documents, frequencies);
  }

  /** Counts by term, compressed by columns. Immutable and thread-safe. */
  public static final class Postings {
    private final int[] starts;
    private final int[] documents;
    private final int[] counts;

    Postings(int[] starts, int[] documents, int[] counts) {
      this.starts = starts;
      this.documents = documents;
      this.counts = counts;
    }

    /**
     * Returns where a term's entries begin.
     *
     * @param term the term's number
     * @return the first entry
     */
    public int start(int term) {
      return starts[term];
    }

    /**
     * Returns where a term's entries end.
     *
     * @param term the term's number
     * @return after the last entry
     */
    public int end(int term) {
      return starts[term + 1];
    }

    /**
     * Returns an entry's document.
     *
     * @param entry the entry
     * @return the document's number
     */
    public int document(int entry) {
      return documents[entry];
    }

    /**
     * Returns an entry's count.
     *
     * @param entry the entry
     * @return how often the term stands in the document, 1 or more
     */
    public int count(int entry) {
      return counts[entry];
    }
  }
}
