package io.artrec.model.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateWriter;
import io.artrec.vector.FeatureMatrix;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
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

  private static FeatureMatrix sparse(int size, int dimensions, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FeatureMatrix.Builder rows = FeatureMatrix.builder(size, dimensions);
    for (int artwork = 0; artwork < size; artwork++) {
      if (random.nextInt(4) > 0) {
        float[] row = new float[dimensions];
        for (int i = random.nextInt(3); i > 0; i--) {
          row[random.nextInt(dimensions)] = (float) random.nextDouble(-1, 1);
        }
        rows.set(artwork, row);
      }
    }
    return rows.build();
  }

  @ParameterizedTest
  @CsvSource({"1,32", "3,100", "1024,1021", "2500,64", "5000,4000"})
  void sparseMatrix_comesBackToTheBit_inFewBytes(int size, int dimensions) {
    FeatureMatrix matrix = sparse(size, dimensions, size);
    assertThat(matrix.isSparse(0)).isTrue();
    byte[] bytes = written(out -> MatrixState.write(matrix, out));
    assertThat(read(bytes, size)).isEqualTo(matrix);
    assertThat(bytes.length).isLessThan(2000 + 16 * size);
  }

  @Test
  void blocksOfBothKinds_comeBack() {
    FeatureMatrix matrix = sparse(3000, 40, 1);
    for (int row = 1100; row < 1500; row++) {
      float[] full = new float[40];
      Arrays.fill(full, row);
      matrix = matrix.with(3000, 40, Map.of(row, Optional.of(full)));
    }
    FeatureMatrix both = matrix;
    assertThat(both.isSparse(0)).isTrue();
    assertThat(both.isSparse(1)).isFalse();
    assertThat(read(written(out -> MatrixState.write(both, out)), 3000)).isEqualTo(both);
  }

  @Test
  void sparseRowsWrittenAsDenseOnes_areSparseAgain() {
    byte[] bytes =
        written(
            out -> {
              out.putLong("dimensions", 40);
              out.putLongs("present", new long[] {0b11});
              for (int d = 0; d < 40; d++) {
                out.putFloats("values", new float[] {d == 7 ? 1 : 0, 0});
              }
            });
    FeatureMatrix matrix = read(bytes, 2);
    assertThat(matrix.isSparse(0)).isTrue();
    float[] row = new float[40];
    row[7] = 1;
    assertThat(matrix.row(0)).contains(row);
    assertThat(matrix.row(1)).contains(new float[40]);
  }

  @Test
  void damagedSparseRows_areRefused() {
    int[] starts = {0, 1, 1};
    assertRefused(
        starts, new int[] {40}, new float[] {1}, "dimension 40, expected 0 to 39 (row 0)");
    assertRefused(starts, new int[] {3}, new float[] {Float.NaN}, "value NaN at dimension 3");
    assertRefused(starts, new int[] {3}, new float[] {0}, "value 0.0 at dimension 3");
    assertRefused(starts, new int[] {3, 4}, new float[] {1}, "rows begin at 0 and end at 1");
    assertRefused(new int[] {0, 2, 1}, new int[] {3}, new float[] {1}, "row begins at 2");
    assertRefused(new int[] {0, 0, 1}, new int[] {3}, new float[] {1}, "expected 0 in a missing");
    assertRefused(new int[] {0, 1}, new int[] {3}, new float[] {1}, "a block has 1 rows");
    assertRefused(new int[0], new int[0], new float[0], "matrix of -1 × 40");
    assertRefused(
        new int[] {0, 2, 2}, new int[] {5, 3}, new float[] {1, 1}, "dimension 3, expected 6 to 39");
  }

  private static void assertRefused(int[] starts, int[] columns, float[] values, String message) {
    byte[] bytes =
        written(
            out -> {
              out.putLong("dimensions", 40);
              out.putLongs("present", new long[] {1});
              out.putInts("sparseStarts", starts);
              out.putInts("sparseColumns", columns);
              out.putFloats("sparseValues", values);
            });
    assertThatThrownBy(() -> read(bytes, 2))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("the model's feature 'look' cannot be used: ")
        .hasMessageContaining(message);
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
