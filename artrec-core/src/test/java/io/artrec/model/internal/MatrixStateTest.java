package io.artrec.model.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateWriter;
import io.artrec.vector.FeatureMatrix;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixStateTest {
  private static FeatureMatrix random(int size, int dimensions, double share) {
    SplittableRandom random = new SplittableRandom(size + dimensions);
    FeatureMatrix.Builder rows = FeatureMatrix.builder(size, dimensions);
    for (int artwork = 0; artwork < size; artwork++) {
      if (random.nextDouble() < share) {
        float[] row = new float[dimensions];
        for (int d = 0; d < dimensions; d++) {
          row[d] = (float) random.nextDouble(-1, 1);
        }
        rows.set(artwork, row);
      }
    }
    return rows.build();
  }

  private static byte[] written(Consumer<StateWriter> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelFile.write(bytes, content);
    return bytes.toByteArray();
  }

  private static FeatureMatrix read(byte[] bytes, int artworks) {
    return ModelFile.read(
        new ByteArrayInputStream(bytes), in -> MatrixState.read("look", artworks, in));
  }

  @ParameterizedTest
  @CsvSource({
    "0,1,1",
    "1,1,1",
    "1,7,0",
    "1023,3,1",
    "1024,3,0.5",
    "1025,31,0.9",
    "3000,2,0.3",
    "2100,5,0.01",
    "2500,1021,0.4",
    "5000,4,0.5"
  })
  void matrix_comesBackToTheBit(int size, int dimensions, double share) {
    FeatureMatrix matrix = random(size, dimensions, share);
    assertThat(read(written(out -> MatrixState.write(matrix, out)), size)).isEqualTo(matrix);
  }

  @Test
  void sliceOfAMatrix_comesBack() {
    FeatureMatrix slice = random(1500, 9, 0.7).slice(2, 5);
    assertThat(read(written(out -> MatrixState.write(slice, out)), 1500)).isEqualTo(slice);
  }

  @Test
  void rowWiderThanAnArrayOfRows_comesBack() {
    FeatureMatrix wide = random(5, 300_000, 0.4);
    assertThat(wide.presentCount()).isBetween(1, 2);
    assertThat(read(written(out -> MatrixState.write(wide, out)), 5)).isEqualTo(wide);
  }

  @Test
  void fewRows_takeFewBytes() {
    FeatureMatrix few = random(2000, 100, 0.05);
    assertThat(written(out -> MatrixState.write(few, out)).length)
        .isLessThan(few.presentCount() * 400 + 1000);
  }

  @Test
  void rowBeyondTheCatalog_isRefused() {
    byte[] bytes = written(out -> MatrixState.write(random(70, 3, 1), out));
    assertThatThrownBy(() -> read(bytes, 69))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            "the model's feature 'look' has a vector of artwork 69, expected at most 69 artworks");
  }

  @Test
  void valueOfAMissingRow_isRefused() {
    byte[] bytes = written(out -> putMatrix(out, 0b101, new float[] {1, 2, 3}));
    assertThatThrownBy(() -> read(bytes, 3))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            "the model's feature 'look' cannot be used: value 2.0 at dimension 0, expected 0 in a"
                + " missing row (row 1)");
  }

  @Test
  void valueThatIsNoNumber_isRefused() {
    byte[] bytes = written(out -> putMatrix(out, 0b111, new float[] {1, 2, Float.NaN}));
    assertThatThrownBy(() -> read(bytes, 3))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            "the model's feature 'look' cannot be used: value NaN at dimension 0, expected a finite"
                + " number (row 2)");
  }

  @Test
  void tooFewValues_areRefused() {
    byte[] bytes = written(out -> putMatrix(out, 0b111, new float[] {1, 2}));
    assertThatThrownBy(() -> read(bytes, 3))
        .isInstanceOf(ModelFileException.class)
        .hasMessage("the model's feature 'look' holds 2 values together, expected 3");
  }

  private static void putMatrix(StateWriter out, long present, float[] values) {
    out.putLong("dimensions", 1);
    out.putLongs("present", new long[] {present});
    out.putFloats("values", values);
  }

  @Test
  void absurdDimensions_areRefusedBeforeMemoryIsTaken() {
    for (long dimensions : new long[] {Integer.MAX_VALUE, 0, -1, 1L << 40}) {
      byte[] bytes =
          written(
              out -> {
                out.putLong("dimensions", dimensions);
                out.putLongs("present", new long[0]);
              });
      assertThatThrownBy(() -> read(bytes, 1000)).isInstanceOf(ModelFileException.class);
    }
    assertThatThrownBy(() -> MatrixState.checkMemory("look", 1 << 20, 1024, 1L << 30))
        .hasMessage(
            "the model's feature 'look' has 1024 dimensions of 1048576 artworks, which take 4120"
                + " MB; expected 1 dimension or more, in the 1024 MB this Java may use: give it"
                + " more memory (-Xmx)");
  }
}
