package io.artrec.feature;

import io.artrec.catalog.Artwork;
import io.artrec.model.ModelFileException;
import io.artrec.model.NestedState;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Features with what fitting them learned: encodes further works as those of the catalogue were.
 * Saved with a model; what no feature was passed for when it was loaded is kept as it is, and saved
 * again. Immutable and thread-safe.
 */
public final class FittedFeatures {
  /** What a feature learned, by feature name; as bytes where the feature is not known. */
  private final Map<String, byte[]> unknown;

  private final List<WeightedFeature> features;
  private final Map<String, FeatureEncoder> encoders;
  private final Map<String, DerivedEncoder> derived;
  private final boolean fitted;

  private FittedFeatures(
      List<WeightedFeature> features,
      Map<String, FeatureEncoder> encoders,
      Map<String, DerivedEncoder> derived,
      Map<String, byte[]> unknown,
      boolean fitted) {
    this.features = List.copyOf(features);
    this.encoders = new LinkedHashMap<>(encoders);
    this.derived = new LinkedHashMap<>(derived);
    this.unknown = new LinkedHashMap<>(unknown);
    this.fitted = fitted;
  }

  static FittedFeatures of(
      List<WeightedFeature> features,
      Map<String, FeatureEncoder> encoders,
      Map<String, DerivedEncoder> derived) {
    return new FittedFeatures(features, encoders, derived, Map.of(), true);
  }

  /** Features of a catalogue without works, which are to be fitted once there are some. */
  static FittedFeatures none(List<WeightedFeature> features) {
    return new FittedFeatures(features, Map.of(), Map.of(), Map.of(), features.isEmpty());
  }

  /** The same, of a catalogue that has changed since they were fitted. */
  FittedFeatures grown(Map<String, FeatureEncoder> grown) {
    return new FittedFeatures(features, grown, derived, unknown, features.isEmpty());
  }

  /** All extractors among features and what they are derived from, by name. */
  static Map<String, FeatureExtractor> extractors(List<WeightedFeature> features) {
    Map<String, FeatureExtractor> extractors = new LinkedHashMap<>();
    features.forEach(weighted -> gather(weighted.feature(), extractors));
    return extractors;
  }

  private static void gather(Feature feature, Map<String, FeatureExtractor> extractors) {
    if (feature instanceof FeatureExtractor extractor) {
      FeatureExtractor earlier = extractors.putIfAbsent(extractor.spec().name(), extractor);
      if (earlier != null && !earlier.spec().equals(extractor.spec())) {
        throw new IllegalArgumentException(
            "two different features are called '" + extractor.spec().name() + "'; rename one");
      }
    } else if (feature instanceof DerivedFeature derived) {
      derived.inputs().forEach(input -> gather(input, extractors));
    }
  }

  /**
   * Tells whether features are fitted to the catalogue as it is.
   *
   * @return false when works came or were described anew since
   */
  public boolean isFitted() {
    return fitted;
  }

  /**
   * Returns the features of which the model holds vectors and nothing encodes more.
   *
   * @return their names; empty but for a loaded model whose features were not all passed
   */
  public Set<String> unknown() {
    return new LinkedHashSet<>(unknown.keySet());
  }

  /**
   * {@return the features in the order of the store}
   *
   * @throws ExtractionException when one is not known
   */
  public List<WeightedFeature> features() {
    if (!unknown.isEmpty()) {
      throw new ExtractionException(
          String.format(
              Locale.ROOT,
              "feature '%s' was not passed when the model was loaded, so that no work can be encoded; pass it: Recommender.loader(path).features(...)",
              String.join("', '", unknown.keySet())));
    }
    return features;
  }

  Map<String, FeatureEncoder> encoders() {
    return encoders;
  }

  FeatureEncoder encoder(String name) {
    FeatureEncoder encoder = encoders.get(name);
    if (encoder == null) {
      throw new ExtractionException("feature '" + name + "' was not fitted");
    }
    return encoder;
  }

  /**
   * Says what two works have in common in a feature.
   *
   * @param feature its name
   * @param work the work explained
   * @param other the work that it is compared with
   * @return what {@link FeatureEncoder#shared} tells; nothing of derived features, of those that
   *     were not passed when the model was loaded, and of those that are not there
   */
  public List<SharedTrait> shared(String feature, Artwork work, Artwork other) {
    FeatureEncoder encoder = encoders.get(feature);
    return encoder == null ? List.of() : encoder.shared(work, other);
  }

  /** A work's vector in a feature, from those its extractors gave. */
  Optional<float[]> encode(Feature feature, Map<String, Optional<float[]>> rows) {
    if (feature instanceof DerivedFeature by) {
      List<Optional<float[]>> inputs = new ArrayList<>();
      by.inputs().forEach(input -> inputs.add(encode(input, rows)));
      DerivedEncoder encoder = derived.get(feature.spec().name());
      if (encoder == null) {
        throw new ExtractionException("feature '" + feature.spec().name() + "' was not fitted");
      }
      return encoder.encode(inputs);
    }
    return rows.getOrDefault(feature.spec().name(), Optional.empty());
  }

  /**
   * Writes what was learned.
   *
   * @param out receives it
   */
  public void save(StateWriter out) {
    Map<String, byte[]> states = new LinkedHashMap<>(unknown);
    for (WeightedFeature weighted : features) {
      states.put(weighted.feature().spec().name(), NestedState.write(o -> save(weighted, o)));
    }
    out.putLong("fitted", fitted ? 1 : 0);
    out.putStrings("encoded", List.copyOf(states.keySet()));
    states.forEach((name, state) -> out.putBytes(name, state));
  }

  /** Writes a feature with all that it is derived from. */
  private void save(WeightedFeature weighted, StateWriter out) {
    save(weighted.feature(), out);
  }

  private void save(Feature feature, StateWriter out) {
    String name = feature.spec().name();
    out.putString("feature", feature.spec().identity());
    if (feature instanceof DerivedFeature by) {
      DerivedEncoder encoder = derived.get(name);
      out.putLong("learned", encoder == null ? 0 : 1);
      by.inputs().forEach(input -> save(input, out));
      if (encoder != null) {
        encoder.save(out);
      }
    } else {
      FeatureEncoder encoder = encoders.get(name);
      out.putLong("learned", encoder == null ? 0 : 1);
      if (encoder != null) {
        encoder.save(out);
      }
    }
  }

  /**
   * Reads what was learned.
   *
   * @param store the features of the model
   * @param passed features of the application; core's own of records need not be passed
   * @param in what {@link #save} wrote
   * @return the fitted features
   * @throws ModelFileException when a passed feature is another than the one saved
   */
  public static FittedFeatures read(
      FeatureStore store, Collection<Feature> passed, StateReader in) {
    boolean fitted = in.getCount("fitted", 1) == 1;
    List<String> names = in.getStrings("encoded");
    Map<String, byte[]> states = new LinkedHashMap<>();
    for (String name : names) {
      states.put(name, in.getBytes(name));
    }
    Map<String, FeatureEncoder> encoders = new LinkedHashMap<>();
    Map<String, DerivedEncoder> derived = new LinkedHashMap<>();
    List<WeightedFeature> features = new ArrayList<>();
    for (FeatureStore.Entry entry : store.entries()) {
      String name = entry.spec().name();
      Optional<Feature> feature = find(entry.spec(), passed);
      byte[] state = states.get(name);
      if (feature.isPresent() && state != null) {
        features.add(new WeightedFeature(entry.weight(), feature.get()));
        NestedState.read(
            "feature " + name, state, saved -> read(feature.get(), saved, encoders, derived));
        states.remove(name);
      } else if (state == null) {
        throw new ModelFileException("the model lacks what feature '" + name + "' learned");
      }
    }
    return new FittedFeatures(features, encoders, derived, states, fitted);
  }

  private static Optional<Feature> find(FeatureSpec spec, Collection<Feature> passed) {
    for (Feature feature : passed) {
      if (feature.spec().name().equals(spec.name())) {
        check(spec.identity(), feature.spec());
        return Optional.of(feature);
      }
    }
    return RecordFeatures.of(spec).map(Feature.class::cast);
  }

  private static boolean read(
      Feature feature,
      StateReader in,
      Map<String, FeatureEncoder> encoders,
      Map<String, DerivedEncoder> derived) {
    check(in.getString("feature"), feature.spec());
    boolean learned = in.getCount("learned", 1) == 1;
    String name = feature.spec().name();
    if (feature instanceof DerivedFeature by) {
      by.inputs().forEach(input -> read(input, in, encoders, derived));
      if (learned) {
        derived.put(name, by.read(in));
      }
    } else if (feature instanceof FeatureExtractor extractor && learned) {
      encoders.put(name, extractor.read(in));
    }
    return learned;
  }

  private static void check(String saved, FeatureSpec passed) {
    if (!saved.equals(passed.identity())) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "the model was saved with %s, loading passes %s; pass the same feature: Recommender.loader(path).features(...)",
              saved,
              passed.identity()));
    }
  }
}
