package io.artrec.benchmarks;

import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Seeded works, vectors and events with the skew that real ones have. */
final class SyntheticData {
  private SyntheticData() {}

  static Catalog catalog(int size) {
    List<Artwork> works = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      works.add(
          Artwork.builder("w" + i, "Work " + i).artist("Artist " + i % (size / 5 + 1)).build());
    }
    return Catalog.of(works);
  }

  /** Random unit-scale vectors, the same for the same artwork. */
  static FeatureExtractor vectors(int dimensions) {
    return new Vectors(dimensions);
  }

  /**
   * Events of which half fall on the first eighth of the works, as Zipf's law would have it
   * roughly.
   */
  static Interactions interactions(int users, int works, int events, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] userIds = new String[users];
    String[] workIds = new String[works];
    Arrays.setAll(userIds, u -> "u" + u);
    Arrays.setAll(workIds, w -> "w" + w);
    Interactions.Builder builder = Interactions.builder();
    for (int e = 0; e < events; e++) {
      double unit = random.nextDouble();
      int work = (int) (works * unit * unit * unit);
      builder.add(
          userIds[random.nextInt(users)],
          workIds[work],
          InteractionKind.FAVORITE,
          1,
          1_000_000L * e);
    }
    return builder.build();
  }

  private record Vectors(int dimensions) implements FeatureExtractor {
    @Override
    public FeatureSpec spec() {
      return FeatureSpec.named("vectors").parameters("" + dimensions).build();
    }

    @Override
    public FeatureEncoder fit(Catalog catalog) {
      return new FeatureEncoder() {
        @Override
        public int dimensions() {
          return dimensions;
        }

        @Override
        public Optional<float[]> encode(ArtworkInput input) {
          SplittableRandom random = new SplittableRandom(input.artwork().id().hashCode());
          float[] vector = new float[dimensions];
          for (int d = 0; d < dimensions; d++) {
            vector[d] = (float) (random.nextDouble() - 0.5);
          }
          return Optional.of(vector);
        }

        @Override
        public String fingerprint() {
          return "";
        }

        @Override
        public void save(StateWriter out) {}
      };
    }

    @Override
    public FeatureEncoder read(StateReader in) {
      return fit(Catalog.of());
    }
  }
}
