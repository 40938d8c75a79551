package io.artrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.feature.DerivedEncoder;
import io.artrec.feature.DerivedFeature;
import io.artrec.model.ModelFile;
import io.artrec.vector.FeatureMatrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link DerivedFeature} must do: describe itself the same way at every call; fit the
 * same vectors to the same encoder; give finite vectors of the stated length, the same at every
 * call, on every thread and over a whole catalogue; leave a work without any input missing; leave
 * aside what inputs gained at their ends since; and compute bit-equal vectors once saved and read.
 */
public abstract class DerivedFeatureContract {
  private static final int WORKS = 40;
  private static final int THREADS = 4;
  private static final float[] NONE = {};

  @TempDir Path folder;

  /** For subclasses. */
  protected DerivedFeatureContract() {}

  /** {@return what is tested, made anew} */
  protected abstract DerivedFeature feature();

  /**
   * Returns the vectors to fit on.
   *
   * @return one matrix for each of the feature's inputs, over the same works; unless overridden
   *     drawn by chance, of different lengths, with some rows missing and one of zeros
   */
  protected List<FeatureMatrix> inputs() {
    return matrices(0);
  }

  private List<FeatureMatrix> matrices(int more) {
    List<FeatureMatrix> matrices = new ArrayList<>();
    for (int part = 0; part < feature().inputs().size(); part++) {
      Random random = new Random(part + 1);
      int dimensions = 5 + 2 * part;
      FeatureMatrix.Builder rows = FeatureMatrix.builder(WORKS, dimensions + more);
      for (int work = 1; work < WORKS; work++) {
        float[] row = new float[dimensions];
        for (int d = 0; d < dimensions && work != 2; d++) {
          row[d] = random.nextFloat() - 0.25f;
        }
        if (work % 7 != part) {
          rows.set(work, longer(row, more));
        }
      }
      matrices.add(rows.build());
    }
    return matrices;
  }

  private static float[] longer(float[] row, int more) {
    float[] longer = Arrays.copyOf(row, row.length + more);
    Arrays.fill(longer, row.length, longer.length, 0.5f);
    return longer;
  }

  @Test
  void spec_isStable() {
    DerivedFeature feature = feature();
    feature.fit(inputs());
    assertThat(feature.spec()).isEqualTo(feature().spec());
    assertThat(feature.inputs()).isNotEmpty().hasSameSizeAs(inputs());
  }

  @Test
  void fit_isDeterministic() {
    DerivedEncoder one = feature().fit(inputs());
    DerivedEncoder two = feature().fit(inputs());
    assertThat(two.dimensions()).isEqualTo(one.dimensions()).isPositive();
    assertEqualVectors(vectors(two), vectors(one));
  }

  @Test
  void vectors_haveTheStatedLengthAndAreFinite() {
    DerivedEncoder encoder = feature().fit(inputs());
    List<Optional<float[]>> vectors = vectors(encoder);
    assertThat(vectors).as("works with a vector").anyMatch(Optional::isPresent);
    vectors.forEach(vector -> assertFits(vector, encoder.dimensions()));
  }

  @Test
  void matrix_holdsWhatSinglesGive() {
    DerivedEncoder encoder = feature().fit(inputs());
    FeatureMatrix matrix = encoder.encodeAll(inputs());
    List<Optional<float[]>> rows = new ArrayList<>();
    for (int work = 0; work < matrix.size(); work++) {
      rows.add(matrix.row(work));
    }
    assertEqualVectors(rows, vectors(encoder));
  }

  @Test
  void vector_belongsToTheCaller_andInputsStayAsTheyAre() {
    DerivedEncoder encoder = feature().fit(inputs());
    List<Optional<float[]>> before = vectors(encoder);
    for (int work = 0; work < inputs().get(0).size(); work++) {
      List<Optional<float[]>> parts = parts(inputs(), work);
      encoder.encode(parts).ifPresent(values -> Arrays.fill(values, 1e9f));
      assertEqualVectors(parts, parts(inputs(), work));
    }
    assertEqualVectors(vectors(encoder), before);
  }

  @Test
  void vectors_agreeOnEveryThread() throws Exception {
    DerivedEncoder encoder = feature().fit(inputs());
    List<Optional<float[]>> expected = vectors(encoder);
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<Optional<float[]>>>> futures = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        futures.add(executor.submit(() -> vectors(encoder)));
      }
      for (Future<List<Optional<float[]>>> future : futures) {
        assertEqualVectors(future.get(), expected);
      }
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void workWithoutInputs_isMissing() {
    DerivedEncoder encoder = feature().fit(inputs());
    List<Optional<float[]>> nothing = new ArrayList<>();
    inputs().forEach(input -> nothing.add(Optional.empty()));
    assertThat(encoder.encode(nothing)).isEmpty();
  }

  @Test
  void worksWithoutInputs_areFitted() {
    List<FeatureMatrix> empty = new ArrayList<>();
    for (FeatureMatrix input : inputs()) {
      empty.add(FeatureMatrix.builder(input.size(), input.dimensions()).build());
    }
    DerivedEncoder encoder = feature().fit(empty);
    assertThat(encoder.dimensions()).isPositive();
    assertThat(encoder.encodeAll(empty).presentCount()).isZero();
    vectors(encoder).forEach(vector -> assertFits(vector, encoder.dimensions()));
    assertEqualVectors(vectors(savedAndRead(encoder)), vectors(encoder));
  }

  @Test
  void longerInputs_giveTheSameVectors() {
    DerivedEncoder encoder = feature().fit(matrices(0));
    List<Optional<float[]>> expected = vectors(encoder, matrices(0));
    assertEqualVectors(vectors(encoder, matrices(3)), expected);
    assertEqualVectors(vectors(savedAndRead(encoder), matrices(3)), expected);
  }

  @Test
  void savedAndRead_givesTheSameVectors() {
    DerivedEncoder encoder = feature().fit(inputs());
    DerivedEncoder read = savedAndRead(encoder);
    assertThat(read.dimensions()).isEqualTo(encoder.dimensions());
    assertEqualVectors(vectors(read), vectors(encoder));
    assertEqualVectors(vectors(savedAndRead(read)), vectors(encoder));
  }

  @Test
  void savedStateThatDoesNotFit_isRefused_orComputes() {
    DerivedEncoder encoder = feature().fit(inputs());
    AlteredStates.areRefusedOrWork(
        folder,
        encoder::save,
        file -> {
          DerivedEncoder read = ModelFile.read(file, feature()::read);
          vectors(read).forEach(vector -> assertFits(vector, read.dimensions()));
        });
  }

  private DerivedEncoder savedAndRead(DerivedEncoder encoder) {
    Path file = folder.resolve("encoder");
    ModelFile.write(file, encoder::save);
    return ModelFile.read(file, feature()::read);
  }

  private List<Optional<float[]>> vectors(DerivedEncoder encoder) {
    return vectors(encoder, inputs());
  }

  private static List<Optional<float[]>> vectors(
      DerivedEncoder encoder, List<FeatureMatrix> inputs) {
    List<Optional<float[]>> vectors = new ArrayList<>();
    for (int work = 0; work < inputs.get(0).size(); work++) {
      vectors.add(encoder.encode(parts(inputs, work)));
    }
    return vectors;
  }

  private static List<Optional<float[]>> parts(List<FeatureMatrix> inputs, int work) {
    return inputs.stream().map(input -> input.row(work)).toList();
  }

  private static void assertFits(Optional<float[]> vector, int dimensions) {
    if (vector.isPresent()) {
      assertThat(vector.get()).hasSize(dimensions);
      for (float value : vector.get()) {
        assertThat(value).isFinite();
      }
    }
  }

  private static void assertEqualVectors(
      List<Optional<float[]>> actual, List<Optional<float[]>> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      assertThat(actual.get(i).orElse(NONE)).as("%d", i).isEqualTo(expected.get(i).orElse(NONE));
    }
  }
}
