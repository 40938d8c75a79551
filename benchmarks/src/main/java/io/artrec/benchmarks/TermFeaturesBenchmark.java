package io.artrec.benchmarks;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ExtractionResult;
import io.artrec.feature.FeatureExtraction;
import io.artrec.feature.WeightedFeature;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.terms.TermFeature;
import io.artrec.text.terms.internal.TermCounter;
import io.artrec.text.terms.internal.TermDocuments;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long do 100,000 descriptions of 80 words take on two threads: the TF-IDF feature from records
 * to matrix, a vocabulary with sparse counts, and, to compare with, finding the terms alone once,
 * on one thread? The feature finds them twice: to learn the vocabulary, and to encode.
 *
 * <p>Run: {@code mvn -q -pl benchmarks -am compile exec:exec -Djmh.args="TermFeatures"}
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@State(Scope.Thread)
public class TermFeaturesBenchmark {
  private static final int THREADS = 2;

  /** How many descriptions. */
  @Param("100000")
  public int works;

  private List<String> texts = List.of();
  private Catalog catalog = Catalog.of();

  /** Writes the descriptions. */
  @Setup
  public void setUp() {
    texts = new SyntheticTexts(50_000, 1).texts(works, 80, 2);
    List<Artwork> artworks = new ArrayList<>(works);
    for (int i = 0; i < works; i++) {
      artworks.add(Artwork.builder("w" + i, "Work " + i).description(texts.get(i)).build());
    }
    catalog = Catalog.of(artworks);
  }

  /**
   * Extracts the feature.
   *
   * @return the matrix, with its report
   */
  @Benchmark
  public ExtractionResult tfIdfFeature() {
    return FeatureExtraction.standard()
        .threads(THREADS)
        .run(catalog, List.of(new WeightedFeature(1, TermFeature.tfIdf(TextAnalysis.english()))));
  }

  /**
   * Learns the vocabulary of all terms of two texts or more, and counts.
   *
   * @return the counts
   */
  @Benchmark
  public TermDocuments sparseCounts() {
    return TermCounter.of(TextAnalysis.english()).threads(THREADS).learn(texts);
  }

  /**
   * Finds terms, nothing else, on one thread.
   *
   * @return how many
   */
  @Benchmark
  public long analysisAlone() {
    long[] terms = {0};
    texts.forEach(text -> TextAnalysis.english().forEachTerm(text, term -> terms[0]++));
    return terms[0];
  }
}
