package io.artrec.cf.content;

import io.artrec.catalog.Catalog;
import io.artrec.catalog.YearRange;
import io.artrec.feature.AttributeLevels;
import io.artrec.feature.FeatureStore;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.strategy.TrainingContext;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How works of any catalogue become {@link WorkRows}: which levels there are, how years and numbers
 * of ratings are scaled, how vectors are projected. A work with {@code k} levels of a facet has
 * {@code 1/√k} in each, so that works of many and of few vary alike. Immutable and thread-safe.
 *
 * @param levels of facets
 * @param years scales the middle of the years of creation
 * @param popularity scales the logarithm of the number of ratings; of deviation 0 when unused
 * @param vectors features as covariates
 */
record WorkTraits(
    AttributeLevels levels, Scale years, Scale popularity, List<VectorCovariates> vectors) {
  static final String YEARS = "years";
  static final String POPULARITY = "popularity";

  private static final int MOST_FEATURES = 4096;

  /** Learns them of a catalogue, its features, and how often each work was rated. */
  static WorkTraits of(TrainingContext context, AdditiveRatings strategy, int[] ratings) {
    Catalog catalog = context.catalog();
    AttributeLevels levels =
        strategy.facets().isEmpty()
            ? AttributeLevels.of(catalog)
            : AttributeLevels.of(catalog, strategy.facets());
    double[] same = new double[catalog.size()];
    Arrays.fill(same, 1);
    double[] counts = new double[ratings.length];
    double[] logarithms = new double[ratings.length];
    for (int work = 0; work < counts.length && strategy.popularity(); work++) {
      counts[work] = ratings[work];
      logarithms[work] = logarithm(ratings[work]);
    }
    List<VectorCovariates> vectors = new ArrayList<>();
    for (FeatureStore.Entry entry : entries(context.features(), strategy.features())) {
      VectorCovariates.of(entry, strategy.dimensions()).ifPresent(vectors::add);
    }
    return new WorkTraits(
        levels, Scale.of(years(catalog), same), Scale.of(logarithms, counts), List.copyOf(vectors));
  }

  private static List<FeatureStore.Entry> entries(FeatureStore features, List<String> chosen) {
    return chosen.isEmpty()
        ? features.entries().stream().filter(entry -> isDense(entry.matrix())).toList()
        : features.select(chosen);
  }

  private static boolean isDense(FeatureMatrix matrix) {
    for (int block = 0; block < matrix.blockCount(); block++) {
      if (matrix.isSparse(block)) {
        return false;
      }
    }
    return true;
  }

  private static double logarithm(int ratings) {
    return ratings == 0 ? Double.NaN : Math.log1p(ratings);
  }

  private static double[] years(Catalog catalog) {
    double[] years = new double[catalog.size()];
    for (int work = 0; work < years.length; work++) {
      years[work] = catalog.get(work).created().map(YearRange::midpoint).orElse(Double.NaN);
    }
    return years;
  }

  /** How many columns rows have. */
  int width() {
    int[] starts = starts();
    return starts[starts.length - 1];
  }

  /** The names of the families: facets, years, popularity, features. */
  List<String> families() {
    List<String> families = new ArrayList<>(levels.facets());
    families.add(YEARS);
    families.add(POPULARITY);
    vectors.forEach(vector -> families.add(vector.name()));
    return families;
  }

  /**
   * The rows of works.
   *
   * @param context their catalogue and features
   * @param ratings how often each was rated; works beyond it are taken as not rated
   * @throws IllegalArgumentException when a feature is missing
   */
  WorkRows rows(TrainingContext context, int[] ratings) {
    Catalog catalog = context.catalog();
    AttributeLevels own = levels.over(catalog);
    double[] years = years(catalog);
    List<FeatureMatrix> matrices = new ArrayList<>();
    for (VectorCovariates vector : vectors) {
      matrices.add(context.features().select(List.of(vector.name())).get(0).matrix());
    }
    RowsBuilder rows = new RowsBuilder(catalog.size());
    for (int work = 0; work < catalog.size(); work++) {
      addLevels(own, work, rows);
      rows.add(levels.size(), years(years[work]));
      rows.add(levels.size() + 1, popularity(work < ratings.length ? ratings[work] : 0));
      int column = levels.size() + 2;
      for (int v = 0; v < matrices.size(); v++) {
        for (float value : vectors.get(v).of(matrices.get(v), work)) {
          rows.add(column++, value);
        }
        column = starts()[levels.facets().size() + 2 + v + 1];
      }
      rows.endWork(work);
    }
    return rows.build(starts());
  }

  private float years(double year) {
    return years.of(year);
  }

  private float popularity(int ratings) {
    return popularity.of(logarithm(ratings));
  }

  private static void addLevels(AttributeLevels levels, int work, RowsBuilder rows) {
    int from = levels.start(work);
    int end = levels.start(work + 1);
    while (from < end) {
      int facet = levels.facet(levels.level(from));
      int to = from;
      while (to < end && levels.facet(levels.level(to)) == facet) {
        to++;
      }
      for (int place = from; place < to; place++) {
        rows.add(levels.level(place), (float) (1 / Math.sqrt(to - from)));
      }
      from = to;
    }
  }

  private int[] starts() {
    int facets = levels.facets().size();
    int[] starts = new int[facets + 3 + vectors.size()];
    for (int facet = 0; facet <= facets; facet++) {
      starts[facet] = levels.facetStart(facet);
    }
    starts[facets + 1] = levels.size() + 1;
    starts[facets + 2] = levels.size() + 2;
    for (int v = 0; v < vectors.size(); v++) {
      starts[facets + 3 + v] = starts[facets + 2 + v] + vectors.get(v).count();
    }
    return starts;
  }

  void save(StateWriter out) {
    levels.save(out);
    years.save(out, YEARS);
    popularity.save(out, POPULARITY);
    out.putLong("vectors", vectors.size());
    vectors.forEach(vector -> vector.save(out));
  }

  static WorkTraits read(StateReader in, TrainingContext context) {
    AttributeLevels levels = AttributeLevels.read(in, context.catalog());
    Scale years = Scale.read(in, YEARS);
    Scale popularity = Scale.read(in, POPULARITY);
    List<VectorCovariates> vectors = new ArrayList<>();
    int count = in.getCount("vectors", MOST_FEATURES);
    for (int v = 0; v < count; v++) {
      VectorCovariates vector = VectorCovariates.read(in);
      int length = context.features().find(vector.name()).map(FeatureMatrix::dimensions).orElse(-1);
      if (length < 0) {
        throw new ModelFileException(
            "the model was learned on feature '" + vector.name() + "', which is not there");
      }
      vectors.add(vector);
    }
    return new WorkTraits(levels, years, popularity, List.copyOf(vectors));
  }
}
