package io.artrec.text.terms;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The terms of a collection of texts, each with the number of texts it stands in. Terms are
 * numbered by falling document frequency, ties by their characters. Immutable and thread-safe.
 */
public final class Vocabulary {
  private final List<String> terms;
  private final int[] documentFrequencies;
  private final int documents;
  private final double averageLength;
  private final Object2IntOpenHashMap<String> indices;

  private Vocabulary(
      List<String> terms, int[] documentFrequencies, int documents, double averageLength) {
    this.terms = List.copyOf(terms);
    this.documentFrequencies = documentFrequencies.clone();
    this.documents = documents;
    this.averageLength = averageLength;
    indices = new Object2IntOpenHashMap<>(terms.size());
    indices.defaultReturnValue(-1);
    for (int t = 0; t < this.terms.size(); t++) {
      if (indices.putIfAbsent(this.terms.get(t), t) >= 0) {
        throw new IllegalArgumentException("term '" + this.terms.get(t) + "' is there twice");
      }
    }
  }

  /**
   * {@return a vocabulary from its parts, for instance read from a file}
   *
   * @param terms the terms, each once; their order numbers them
   * @param documentFrequencies for each term in how many texts it stands, 1 to {@code documents}
   * @param documents the number of texts, 0 or more
   * @param averageLength the mean number of terms of a text, those not in the vocabulary included,
   *     0 or more
   */
  public static Vocabulary of(
      List<String> terms, int[] documentFrequencies, int documents, double averageLength) {
    if (terms.size() != documentFrequencies.length) {
      throw new IllegalArgumentException(
          terms.size() + " terms but " + documentFrequencies.length + " document frequencies");
    }
    if (documents < 0 || !(averageLength >= 0 && averageLength < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "documents is "
              + documents
              + " and averageLength "
              + averageLength
              + ", expected 0 or more");
    }
    for (int t = 0; t < documentFrequencies.length; t++) {
      if (documentFrequencies[t] < 1 || documentFrequencies[t] > documents) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "document frequency of term '%s' is %d, expected 1 to %d, the number of documents",
                terms.get(t),
                documentFrequencies[t],
                documents));
      }
    }
    return new Vocabulary(terms, documentFrequencies, documents, averageLength);
  }

  /**
   * Reads a vocabulary that was saved.
   *
   * @param in what {@link #save} wrote
   * @return the vocabulary, of the same fingerprint
   * @throws ModelFileException when its parts do not fit together
   */
  public static Vocabulary read(StateReader in) {
    List<String> terms = in.getStrings("terms");
    int[] documentFrequencies = in.getInts("documentFrequencies", terms.size());
    int documents = in.getCount("documents", Integer.MAX_VALUE);
    double averageLength = in.getFinite("averageLength");
    try {
      return of(terms, documentFrequencies, documents, averageLength);
    } catch (IllegalArgumentException e) {
      throw new ModelFileException("the model's vocabulary is damaged: " + e.getMessage(), e);
    }
  }

  /**
   * Saves the vocabulary.
   *
   * @param out receives the state
   */
  public void save(StateWriter out) {
    out.putStrings("terms", terms);
    out.putInts("documentFrequencies", documentFrequencies);
    out.putLong("documents", documents);
    out.putDouble("averageLength", averageLength);
  }

  /** {@return the number of terms, 0 or more} */
  public int size() {
    return terms.size();
  }

  /** {@return the terms, in order of their numbers} */
  public List<String> terms() {
    return terms;
  }

  /**
   * {@return a term}
   *
   * @param index its number, 0 to {@code size() - 1}
   */
  public String term(int index) {
    return terms.get(index);
  }

  /**
   * {@return a term's number, or -1 when it is not in the vocabulary}
   *
   * @param term any term
   */
  public int index(String term) {
    return indices.getInt(term);
  }

  /**
   * Returns in how many texts a term stands.
   *
   * @param index the term's number
   * @return 1 to {@link #documents()}
   */
  public int documentFrequency(int index) {
    return documentFrequencies[index];
  }

  /**
   * {@return the number of texts the vocabulary was learned of, 0 or more; texts without a term
   * count}
   */
  public int documents() {
    return documents;
  }

  /**
   * {@return the mean number of terms of a text, repeated terms and those left out of the
   * vocabulary included; 0 or more}
   */
  public double averageLength() {
    return averageLength;
  }

  /**
   * Identifies the content: equal fingerprints mean equal vocabularies.
   *
   * @return 64 hexadecimal digits
   */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int t = 0; t < terms.size(); t++) {
        String line = terms.get(t) + '\n' + documentFrequencies[t] + '\n';
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      digest.update((documents + " " + averageLength).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
