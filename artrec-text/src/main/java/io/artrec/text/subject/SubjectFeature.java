package io.artrec.text.subject;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.SharedTrait;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What works show as vectors whose cosine follows the tree: works that show a schooner and a yacht
 * are alike without a word in common.
 *
 * <p>A dimension is a subject that a work of the catalogue shows, itself or by a kind of it. Of a
 * subject found with weight {@code w}, it and each of its ancestors {@code c} get {@code w
 * sqrt(IC(c) - IC(p))}, where {@code p} is the parent of {@code c} that tells most, and the largest
 * of several. On a tree the product of two single subjects is then the information of what both
 * are, and the cosine {@code IC(c) / sqrt(IC(a) IC(b))}: Lin's measure ({@link SubjectLikeness})
 * with the geometric mean in place of the arithmetic one, so at least as large, and equal where
 * both tell as much. Where subjects have several parents, and for sets, it is no longer that
 * measure but still an inner product, so that a history collapses into one profile.
 *
 * <p>Explanations of works that this feature likens name what both show, {@code both show ships},
 * as {@link SubjectLikeness#shared} tells it.
 *
 * <p>Immutable and thread-safe. Fitting finds the subjects of all works once.
 */
public final class SubjectFeature implements FeatureExtractor {
  /** From which cosine on two works are alike. */
  public static final double ALIKE_FROM = 0.5;

  private final SubjectFinder finder;

  private SubjectFeature(SubjectFinder finder) {
    this.finder = finder;
  }

  /**
   * Returns the feature by the tree that comes with the library.
   *
   * @return the feature {@code subject-tree} of facet {@code subject}
   */
  public static SubjectFeature standard() {
    return of(SubjectFinder.standard());
  }

  /**
   * Returns the feature by another tree.
   *
   * @param finder finds subjects of the tree
   * @return the feature {@code subject-tree} of facet {@code subject}
   */
  public static SubjectFeature of(SubjectFinder finder) {
    return new SubjectFeature(Objects.requireNonNull(finder, "finder"));
  }

  @Override
  public FeatureSpec spec() {
    return FeatureSpec.named("subject-tree")
        .facet("subject")
        .parameters(finder.identity())
        .alikeFrom(ALIKE_FROM)
        .build();
  }

  @Override
  public FeatureEncoder fit(Catalog catalog) {
    return new Encoder(finder, SubjectFrequencies.of(finder, catalog));
  }

  /**
   * Reads how rare subjects were; the tree is passed and not saved.
   *
   * @throws ModelFileException when the feature was saved with another tree than this one's, or its
   *     counts cannot be
   */
  @Override
  public FeatureEncoder read(StateReader in) {
    String saved = in.getString("tree");
    long works = in.getLong("works");
    int[] counts = in.getInts("counts");
    SubjectTree tree = finder.tree();
    if (!saved.equals(tree.fingerprint()) || counts.length != tree.size()) {
      throw new ModelFileException(
          "feature 'subject-tree' was saved with tree "
              + saved
              + " of "
              + counts.length
              + " subjects, this one has "
              + tree
              + "; pass that tree, or build the model again");
    }
    if (works < 0
        || works > Integer.MAX_VALUE
        || IntStream.of(counts).anyMatch(count -> count < 0 || count > works)) {
      throw new ModelFileException(
          "feature 'subject-tree' was saved with counts outside 0 to "
              + works
              + " works; the file is damaged, build the model again");
    }
    return new Encoder(finder, new SubjectFrequencies(tree, (int) works, counts));
  }

  private static final class Encoder implements FeatureEncoder {
    private final SubjectFinder finder;
    private final SubjectFrequencies frequencies;
    private final SubjectReasons reasons;
    private final int[] dimensionOf;
    private final double[] rootOfGain;
    private final int dimensions;

    Encoder(SubjectFinder finder, SubjectFrequencies frequencies) {
      this.finder = finder;
      this.frequencies = frequencies;
      reasons = new SubjectReasons(finder, frequencies);
      int[] shown = frequencies.shown();
      dimensionOf = new int[finder.tree().size()];
      Arrays.fill(dimensionOf, -1);
      rootOfGain = new double[shown.length];
      for (int d = 0; d < shown.length; d++) {
        dimensionOf[shown[d]] = d;
        rootOfGain[d] = Math.sqrt(frequencies.gain(finder.tree().subjects().get(shown[d])));
      }
      dimensions = Math.max(1, shown.length);
    }

    @Override
    public int dimensions() {
      return dimensions;
    }

    @Override
    public Optional<float[]> encode(ArtworkInput input) {
      float[] vector = new float[dimensions];
      boolean any = false;
      for (FoundSubject found : finder.find(input.artwork())) {
        any |= add(found.subject(), found.weight(), vector);
        for (Subject ancestor : finder.tree().ancestors(found.subject())) {
          any |= add(ancestor, found.weight(), vector);
        }
      }
      return any ? Optional.of(vector) : Optional.empty();
    }

    private boolean add(Subject subject, double weight, float[] vector) {
      int dimension = dimensionOf[subject.index()];
      if (dimension < 0 || rootOfGain[dimension] == 0) {
        return false;
      }
      float value = (float) (weight * rootOfGain[dimension]);
      vector[dimension] = Math.max(vector[dimension], value);
      return true;
    }

    @Override
    public String whyMissing(ArtworkInput input) {
      return "works that name no subject of the tree";
    }

    /** What {@link SubjectLikeness#shared} tells, which states from where on. */
    @Override
    public List<SharedTrait> shared(Artwork work, Artwork other) {
      return reasons.of(work, other);
    }

    @Override
    public String fingerprint() {
      return frequencies.fingerprint();
    }

    @Override
    public void save(StateWriter out) {
      out.putString("tree", finder.tree().fingerprint());
      out.putLong("works", frequencies.works());
      out.putInts("counts", frequencies.counts());
    }
  }
}
