package io.artrec.text.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.text.embedding.SentenceEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Holds for an encoder written for it; each broken one is found out. */
class SentenceEncoderContractTest extends SentenceEncoderContract {
  /** How often a text says each of four letters. */
  private static class Letters implements SentenceEncoder {
    @Override
    public String name() {
      return "letters";
    }

    @Override
    public int dimensions() {
      return 4;
    }

    @Override
    public Optional<float[]> encode(String text) {
      String lower = text.toLowerCase(Locale.ROOT);
      float[] vector = new float[4];
      lower.chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> vector[c % 4]++);
      double square = 0;
      for (float value : vector) {
        square += value * value;
      }
      if (square == 0) {
        return Optional.empty();
      }
      for (int d = 0; d < 4; d++) {
        vector[d] /= (float) Math.sqrt(square);
      }
      return Optional.of(vector);
    }
  }

  @Override
  protected SentenceEncoder encoder() {
    return new Letters();
  }

  private static void isFoundOut(SentenceEncoder broken, Consumer<SentenceEncoderContract> by) {
    SentenceEncoderContract contract =
        new SentenceEncoderContract() {
          @Override
          protected SentenceEncoder encoder() {
            return broken;
          }
        };
    assertThatThrownBy(() -> by.accept(contract)).isInstanceOf(AssertionError.class);
  }

  @Test
  void blankNames_andSizesOfNothing_areFoundOut() {
    isFoundOut(
        new Letters() {
          @Override
          public String name() {
            return "Letters v1";
          }
        },
        SentenceEncoderContract::whatItSaysOfItself_isStable_andInItsRange);
    isFoundOut(
        new Letters() {
          @Override
          public double fitsFrom() {
            return 1.5;
          }
        },
        SentenceEncoderContract::whatItSaysOfItself_isStable_andInItsRange);
  }

  @Test
  void otherLengths_sizesAndNotANumber_areFoundOut() {
    isFoundOut(
        new Letters() {
          @Override
          public int dimensions() {
            return 5;
          }
        },
        SentenceEncoderContract::vectors_areFinite_ofUnitLength_andOfTheStatedSize);
    for (float factor : new float[] {1.01f, Float.NaN}) {
      isFoundOut(
          new Letters() {
            @Override
            public Optional<float[]> encode(String text) {
              Optional<float[]> vector = super.encode(text);
              vector.ifPresent(values -> scale(values, factor));
              return vector;
            }
          },
          SentenceEncoderContract::vectors_areFinite_ofUnitLength_andOfTheStatedSize);
    }
  }

  private static void scale(float[] values, float factor) {
    for (int d = 0; d < values.length; d++) {
      values[d] *= factor;
    }
  }

  @Test
  void anEncoderThatReadsNothing_andOneThatReadsSpaces_areFoundOut() {
    isFoundOut(
        new Letters() {
          @Override
          public Optional<float[]> encode(String text) {
            return Optional.empty();
          }
        },
        SentenceEncoderContract::vectors_areFinite_ofUnitLength_andOfTheStatedSize);
    isFoundOut(
        new Letters() {
          @Override
          public Optional<float[]> encode(String text) {
            return text.isBlank() ? Optional.of(new float[] {1, 0, 0, 0}) : super.encode(text);
          }
        },
        SentenceEncoderContract::textsWithoutAnything_haveNoVector);
  }

  @Test
  void vectorsHandedOutTwice_areFoundOut() {
    float[] shared = {1, 0, 0, 0};
    isFoundOut(
        new Letters() {
          @Override
          public Optional<float[]> encode(String text) {
            return Optional.of(shared);
          }
        },
        SentenceEncoderContract::sameText_hasTheSameVector_whateverBecomesOfTheFirst);
  }

  @Test
  void batchesOutOfOrder_orWithoutTheEmpty_areFoundOut() {
    isFoundOut(
        new Letters() {
          @Override
          public List<Optional<float[]>> encodeAll(List<String> texts) {
            List<Optional<float[]>> all = new ArrayList<>(super.encodeAll(texts));
            Collections.swap(all, 0, 1);
            return all;
          }
        },
        SentenceEncoderContract::batches_holdWhatTheirTextsHaveAlone_inOrder);
    isFoundOut(
        new Letters() {
          @Override
          public List<Optional<float[]>> encodeAll(List<String> texts) {
            return super.encodeAll(texts).stream().filter(Optional::isPresent).toList();
          }
        },
        SentenceEncoderContract::batches_holdWhatTheirTextsHaveAlone_inOrder);
  }

  @Test
  void vectorsThatDependOnWhatWasAskedBefore_areFoundOut() {
    AtomicInteger asked = new AtomicInteger();
    isFoundOut(
        new Letters() {
          @Override
          public Optional<float[]> encode(String text) {
            return super.encode(text + "abcd".charAt(asked.getAndIncrement() % 4));
          }
        },
        SentenceEncoderContract::manyThreads_getTheSameVectors);
  }
}
