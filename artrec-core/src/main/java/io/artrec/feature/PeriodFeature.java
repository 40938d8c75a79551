package io.artrec.feature;

import io.artrec.catalog.Catalog;
import io.artrec.catalog.YearRange;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.Optional;

/**
 * When a work was made, as a vector in which near years are alike.
 *
 * <p>Dimensions stand ten years apart from 1000 BCE to 2100. A work made in years {@code first} to
 * {@code last} has at the dimension of year {@code y} the value {@code exp(−((y − nearest) /
 * width)² / 2)}, {@code nearest} the year of the range nearest to {@code y}, {@code width} 20
 * years, 30 when the date is approximate; scaled to unit length. Under cosine two works of one year
 * are alike by 1, of years 40 apart by about 0.37, of different centuries by about 0. Earlier and
 * later dates count as the ends; an unknown date is missing. Immutable and thread-safe.
 */
public final class PeriodFeature implements FeatureExtractor {
  private static final int FIRST = -1000;
  private static final int STEP = 10;
  private static final int DIMENSIONS = 311;
  private static final PeriodFeature STANDARD = new PeriodFeature();

  private PeriodFeature() {}

  /** {@return the feature {@code period}} */
  public static PeriodFeature standard() {
    return STANDARD;
  }

  @Override
  public FeatureSpec spec() {
    return FeatureSpec.named("period").build();
  }

  @Override
  public FeatureEncoder fit(Catalog catalog) {
    return new Encoder();
  }

  @Override
  public FeatureEncoder read(StateReader in) {
    return new Encoder();
  }

  private static final class Encoder implements FeatureEncoder {
    @Override
    public int dimensions() {
      return DIMENSIONS;
    }

    @Override
    public Optional<float[]> encode(ArtworkInput input) {
      return input.artwork().created().map(PeriodFeature::encode);
    }

    @Override
    public String fingerprint() {
      return "";
    }

    /** Nothing is learned. */
    @Override
    public void save(StateWriter out) {}
  }

  private static float[] encode(YearRange years) {
    int lastYear = FIRST + STEP * (DIMENSIONS - 1);
    int first = Math.max(FIRST, Math.min(lastYear, years.first()));
    int last = Math.max(FIRST, Math.min(lastYear, years.last()));
    double width = years.approximate() ? 30 : 20;
    double[] values = new double[DIMENSIONS];
    double square = 0;
    for (int d = 0; d < DIMENSIONS; d++) {
      int year = FIRST + STEP * d;
      double distance = (year - Math.max(first, Math.min(last, year))) / width;
      values[d] = Math.exp(-distance * distance / 2);
      square += values[d] * values[d];
    }
    float[] vector = new float[DIMENSIONS];
    for (int d = 0; d < DIMENSIONS; d++) {
      vector[d] = (float) (values[d] / Math.sqrt(square));
    }
    return vector;
  }
}
