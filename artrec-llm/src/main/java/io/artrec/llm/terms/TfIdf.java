package io.artrec.llm.terms;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.llm.analysis.TextAnalysis;
import io.artrec.similarity.Similarities;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The words of title, description and subjects as a vector: term frequency times inverse document
 * frequency (Salton and Buckley, Term-weighting approaches in automatic text retrieval, 1988).
 *
 * <p>A term that stands {@code c} times in a work's text and in the texts of {@code df} of {@code
 * N} works weighs {@code (1 + ln c) · (ln((1 + N) / (1 + df)) + 1)}; vectors have unit length.
 * Terms of a single work can link nothing and are left out; of the rest the most frequent are kept,
 * up to a limit, ties by name. A work without any kept term is missing.
 *
 * <p>Immutable and thread-safe. Fitting and encoding are O(characters); memory 4 bytes × dimensions
 * per work.
 */
public final class TfIdf implements FeatureExtractor {
  /** The most terms unless said otherwise. */
  public static final int STANDARD_TERMS = 4096;

  private final TextAnalysis analysis;
  private final int maxTerms;

  private TfIdf(TextAnalysis analysis, int maxTerms) {
    this.analysis = analysis;
    this.maxTerms = maxTerms;
  }

  /**
   * Returns the feature for English texts.
   *
   * @return the feature {@code tf-idf-en}
   */
  public static TfIdf english() {
    return of(TextAnalysis.english());
  }

  /**
   * Returns the feature for Chinese texts.
   *
   * @return the feature {@code tf-idf-zh}
   */
  public static TfIdf chinese() {
    return of(TextAnalysis.chinese());
  }

  /**
   * Returns the feature for texts of another language.
   *
   * @param analysis turns texts into terms; its name must be lower-case letters, digits and hyphens
   * @return the feature {@code tf-idf-<name>}
   */
  public static TfIdf of(TextAnalysis analysis) {
    return new TfIdf(analysis, STANDARD_TERMS);
  }

  /**
   * Returns this feature with another limit.
   *
   * @param most the most terms, 1 or more
   * @return the changed feature
   */
  public TfIdf maxTerms(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("maxTerms is " + most + ", expected 1 or more");
    }
    return new TfIdf(analysis, most);
  }

  @Override
  public FeatureSpec spec() {
    return new FeatureSpec(
        "tf-idf-" + analysis.name(),
        1,
        "text",
        "max " + maxTerms,
        Similarities.cosine(),
        Set.of(FeatureSpec.Source.RECORD));
  }

  @Override
  public FeatureEncoder fit(Catalog catalog) {
    TreeMap<String, Integer> frequencies = new TreeMap<>();
    for (Artwork artwork : catalog) {
      Set.copyOf(analysis.terms(text(artwork)))
          .forEach(term -> frequencies.merge(term, 1, Integer::sum));
    }
    Map<String, Integer> dimension = new HashMap<>();
    StringBuilder vocabulary = new StringBuilder();
    double[] rarity = new double[Math.min(maxTerms, frequencies.size())];
    List<Map.Entry<String, Integer>> kept =
        frequencies.entrySet().stream()
            .filter(entry -> entry.getValue() > 1)
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(maxTerms)
            .toList();
    for (Map.Entry<String, Integer> entry : kept) {
      int d = dimension.size();
      dimension.put(entry.getKey(), d);
      rarity[d] = Math.log((1.0 + catalog.size()) / (1.0 + entry.getValue())) + 1;
      vocabulary.append(entry.getKey()).append('\n').append(entry.getValue()).append('\n');
    }
    vocabulary.append(catalog.size());
    return new Encoder(analysis, dimension, rarity, sha256(vocabulary.toString()));
  }

  private static String text(Artwork artwork) {
    return artwork.title()
        + ". "
        + artwork.description().orElse("")
        + " "
        + String.join(", ", artwork.subjects());
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static final class Encoder implements FeatureEncoder {
    private final TextAnalysis analysis;
    private final Map<String, Integer> dimension;
    private final double[] rarity;
    private final String fingerprint;

    Encoder(
        TextAnalysis analysis,
        Map<String, Integer> dimension,
        double[] rarity,
        String fingerprint) {
      this.analysis = analysis;
      this.dimension = dimension;
      this.rarity = rarity;
      this.fingerprint = fingerprint;
    }

    @Override
    public int dimensions() {
      return Math.max(1, dimension.size());
    }

    @Override
    public Optional<float[]> encode(ArtworkInput input) {
      int[] counts = new int[dimensions()];
      boolean any = false;
      for (String term : analysis.terms(text(input.artwork()))) {
        Integer d = dimension.get(term);
        if (d != null) {
          counts[d]++;
          any = true;
        }
      }
      return any ? Optional.of(weighted(counts)) : Optional.empty();
    }

    private float[] weighted(int[] counts) {
      double[] weights = new double[counts.length];
      double square = 0;
      for (int d = 0; d < counts.length; d++) {
        weights[d] = counts[d] > 0 ? (1 + Math.log(counts[d])) * rarity[d] : 0;
        square += weights[d] * weights[d];
      }
      float[] vector = new float[counts.length];
      for (int d = 0; d < counts.length; d++) {
        vector[d] = (float) (weights[d] / Math.sqrt(square));
      }
      return vector;
    }

    @Override
    public String fingerprint() {
      return fingerprint;
    }
  }
}
