package io.artrec.text.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.task.Workers;
import io.artrec.text.embedding.SentenceEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every {@link SentenceEncoder} must do: give finite vectors of unit length and one size, the
 * same for the same text alone, in any batch and on any thread, and none for a text without
 * anything to read.
 */
public abstract class SentenceEncoderContract {
  private static final int THREADS = 4;
  private static final int ROUNDS = 2;
  private static final double UNIT = 1e-4;

  /** For subclasses. */
  protected SentenceEncoderContract() {}

  /** {@return what is tested} */
  protected abstract SentenceEncoder encoder();

  /**
   * Returns texts of which the encoder reads two at least.
   *
   * @return {@link SampleTexts#ordinary} unless overridden
   */
  protected List<String> texts() {
    return SampleTexts.ordinary();
  }

  private List<String> allTexts() {
    List<String> all = new ArrayList<>(texts());
    all.addAll(SampleTexts.blank());
    all.addAll(SampleTexts.hostile());
    all.addAll(texts());
    return all;
  }

  @Test
  void whatItSaysOfItself_isStable_andInItsRange() {
    SentenceEncoder encoder = encoder();
    assertThat(encoder.name()).matches("[a-z0-9-]+").isEqualTo(encoder.name());
    assertThat(encoder.dimensions()).isPositive().isEqualTo(encoder.dimensions());
    assertThat(encoder.batchSize()).isPositive();
    assertThat(encoder.alikeFrom()).isPositive().isLessThanOrEqualTo(1);
    assertThat(encoder.fitsFrom()).isPositive().isLessThanOrEqualTo(1);
  }

  @Test
  void vectors_areFinite_ofUnitLength_andOfTheStatedSize() {
    SentenceEncoder encoder = encoder();
    assertThat(texts().stream().filter(text -> encoder.encode(text).isPresent()).count())
        .as("texts that the encoder reads")
        .isGreaterThanOrEqualTo(2);
    for (String text : allTexts()) {
      encoder.encode(text).ifPresent(vector -> requireUnit(vector, encoder.dimensions(), text));
      encoder
          .encodeQuery(text)
          .ifPresent(vector -> requireUnit(vector, encoder.dimensions(), "query " + text));
    }
  }

  private static void requireUnit(float[] vector, int dimensions, String text) {
    String asked = text.substring(0, Math.min(text.length(), 80));
    assertThat(vector).as(asked).hasSize(dimensions);
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    assertThat(Math.sqrt(square)).as("length of %s", asked).isEqualTo(1, within(UNIT));
  }

  @Test
  void textsWithoutAnything_haveNoVector() {
    for (String text : SampleTexts.blank()) {
      assertThat(encoder().encode(text)).isEmpty();
      assertThat(encoder().encodeQuery(text)).isEmpty();
    }
  }

  @Test
  void sameText_hasTheSameVector_whateverBecomesOfTheFirst() {
    SentenceEncoder encoder = encoder();
    for (String text : texts()) {
      Optional<float[]> first = encoder.encode(text).map(float[]::clone);
      encoder.encode(text).ifPresent(vector -> vector[0] = 7);
      requireSame(encoder.encode(text), first, text);
    }
  }

  @Test
  void batches_holdWhatTheirTextsHaveAlone_inOrder() {
    SentenceEncoder encoder = encoder();
    List<String> texts = allTexts();
    List<Optional<float[]>> alone = texts.stream().map(encoder::encode).toList();
    requireSame(encoder.encodeAll(texts), alone, texts);
    List<String> back = new ArrayList<>(texts);
    List<Optional<float[]>> aloneBack = new ArrayList<>(alone);
    Collections.reverse(back);
    Collections.reverse(aloneBack);
    requireSame(encoder.encodeAll(back), aloneBack, back);
    assertThat(encoder.encodeAll(List.of())).isEmpty();
  }

  @Test
  void manyThreads_getTheSameVectors() {
    SentenceEncoder encoder = encoder();
    List<String> texts = texts();
    List<Optional<float[]>> alone = texts.stream().map(encoder::encode).toList();
    Workers.of(THREADS)
        .run(
            "encoding",
            THREADS * ROUNDS,
            1,
            (from, to) -> requireSame(texts.stream().map(encoder::encode).toList(), alone, texts));
  }

  private static void requireSame(
      List<Optional<float[]>> vectors, List<Optional<float[]>> expected, List<String> texts) {
    assertThat(vectors).hasSameSizeAs(expected);
    for (int i = 0; i < texts.size(); i++) {
      requireSame(vectors.get(i), expected.get(i), texts.get(i));
    }
  }

  private static void requireSame(
      Optional<float[]> vector, Optional<float[]> expected, String text) {
    String asked = text.substring(0, Math.min(text.length(), 80));
    assertThat(vector.isPresent()).as(asked).isEqualTo(expected.isPresent());
    if (expected.isPresent()) {
      assertThat(vector.orElseThrow())
          .as(asked)
          .containsExactly(expected.get(), within((float) SentenceEncoder.TOLERANCE));
    }
  }
}
